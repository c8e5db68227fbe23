import type { Instant } from '@vakthavende/core/kernel';
import { municipalityOf, type PlaceId, type Register, type ServedBy, servedBy } from '@vakthavende/core/organisation';

export const placeStates = ['served', 'overlap', 'ownGp', 'gap', 'unknown', 'unlisted'] as const;
/**
 * How a place stands at an instant, as it is drawn. `unknown`: arranged for, but the hours are not known; `unlisted`: no arrangement of the
 * list names it, which in a list of one area says nothing.
 */
export type PlaceState = (typeof placeStates)[number];

export function stateOf(answer: ServedBy): PlaceState {
  if (answer.kind === 'served') return answer.overlap ? 'overlap' : 'served';
  if (answer.kind === 'ownGp') return 'ownGp';
  switch (answer.reason.code) {
    case 'hours-unknown':
      return 'unknown';
    case 'not-listed':
    case 'unknown-place':
      return 'unlisted';
    case 'none-open':
      return 'gap';
  }
}

export interface PlaceAnswer {
  readonly place: PlaceId;
  readonly answer: ServedBy;
  readonly state: PlaceState;
}

/** Who has each of the places at the instant. Some microseconds a place: all of Norway within a frame. */
export function answersAt(register: Register, places: readonly PlaceId[], at: Instant): readonly PlaceAnswer[] {
  return places.map((place) => {
    const answer = servedBy(register, place, at);
    return { place, answer, state: stateOf(answer) };
  });
}

/** Which state a municipality is drawn in when the list names only parts of it: the one that most needs to be seen. */
const seenFirst: readonly PlaceState[] = ['gap', 'overlap', 'unknown', 'ownGp', 'served', 'unlisted'];

/** The state of each municipality as it is drawn, and of each part by itself. */
export function drawnStates(answers: readonly PlaceAnswer[]): ReadonlyMap<PlaceId, PlaceState> {
  const own = new Map(answers.map(({ place, state }) => [place, state]));
  const drawn = new Map(own);
  for (const { place, state } of answers) {
    const number = municipalityOf(place);
    if (place === number || own.get(number) !== 'unlisted') continue;
    if (seenFirst.indexOf(state) < seenFirst.indexOf(drawn.get(number) ?? 'unlisted')) drawn.set(number, state);
  }
  return drawn;
}
