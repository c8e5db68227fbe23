import { type PlaceId, parsePlaceId } from '../place.ts';
import { type PlaceHistory, spanOf } from './carry.ts';
import type { FieldProblem } from './check.ts';
import type { Validity } from './versions.ts';

export interface PlacesCheck {
  readonly history: PlaceHistory;
  readonly valid: Validity;
  /** Of the list, or of the one place when it is no list. */
  readonly field: string;
  /** Undefined where the row itself makes the part known. */
  readonly knownParts: ReadonlySet<string> | undefined;
}

/** Numbers must have been in use on the first day of the row, and be followed to its last. */
export function checkPlaces(places: readonly PlaceId[], { history, valid, field, knownParts }: PlacesCheck): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const span = spanOf(valid.from, valid.to);
  for (const [i, place] of places.entries()) {
    const at = /places|partners|onlyFor/.test(field) ? `${field}.${i}` : field;
    const parsed = parsePlaceId(place);
    if (!parsed) found.push({ code: 'place-malformed', field: at, value: place });
    else if (places.indexOf(place) < i) found.push({ code: 'place-twice', field: at, value: place });
    else if (!history.isInUse(parsed.municipality, span.from)) found.push({ code: 'municipality-unknown', field: at, value: place });
    else if (parsed.part !== undefined && knownParts && !knownParts.has(place))
      found.push({ code: 'part-unknown', field: at, value: place });
  }
  if (found.length > 0 || span.from >= span.to) return found;
  return history.carry(places, span).lost.map(({ place }) => ({ code: 'place-lost', field, value: place }));
}
