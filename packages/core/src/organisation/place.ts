/** A municipality number of its time (`4602`), or number and named part (`4640-balestrand`). Numbers change in 2020 and 2024. */
export type PlaceId = string;

/** Where people are: a municipality, or a named part of one that belongs elsewhere than the rest. */
export interface Place {
  readonly id: PlaceId;
  /** Four digits. */
  readonly municipality: string;
  /** Undefined for a whole municipality. */
  readonly part: string | undefined;
  /** As it is called aloud; undefined where the source gives the number only. */
  readonly name: string | undefined;
}

const placePattern = /^(\d{4})(?:-([a-z0-9]+(?:-[a-z0-9]+)*))?$/;

/** What a place id says, or undefined when the text is not one. */
export function parsePlaceId(text: string): { readonly municipality: string; readonly part: string | undefined } | undefined {
  const match = placePattern.exec(text);
  // Group 1 is not optional in the pattern.
  return match ? { municipality: match[1] as string, part: match[2] } : undefined;
}

/** The whole municipality that a place lies in. */
export function municipalityOf(place: PlaceId): PlaceId {
  return place.slice(0, 4);
}
