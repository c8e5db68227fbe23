import { accept, type Decision, type Instant, instant, type Recorded, type Refusal, refuse } from '@vakthavende/core/kernel';
import type { Order, StreamKind } from '../journal.ts';

/** A kind of stream of its own for tests of the journal: the beds of a ward, of which no more may be taken than there are. */
export type RoomEvent =
  | {
      readonly type: 'bedTaken';
      readonly bed: string;
      readonly about?: string | undefined;
      readonly by: { readonly note?: string | undefined };
    }
  | { readonly type: 'bedFreed'; readonly bed: string };

export interface Ward {
  readonly beds: readonly { readonly bed: string; readonly about: string | undefined; readonly note: string | undefined }[];
  readonly sequence: number;
  readonly told: readonly string[];
}

export const full = { code: 'ward-full', field: 'bed' } as const;

export const wardKind: StreamKind<Ward, RoomEvent> = {
  name: 'ward',
  initial: () => ({ beds: [], sequence: 0, told: [] }),
  evolve: evolveWard,
  sealed: { bedTaken: ['about', 'by.note'] },
  erased: () => '[slettet]',
  subjectOf: (_, event) => `bed-${event.bed}`,
  unitsOf: (ward) => ward.beds.map((bed) => `unit-${bed.bed}`),
  version: 2,
  // In version 1 a bed was a number.
  upcast: (type, version, data) => ({ type, ...data, bed: version < 2 ? `bed ${data.bed}` : data.bed }) as RoomEvent,
  projections: [],
};

function evolveWard(ward: Ward, { event, sequence, actor }: Recorded<RoomEvent>): Ward {
  const others = ward.beds.filter((taken) => taken.bed !== event.bed);
  const beds = event.type === 'bedTaken' ? [...others, { bed: event.bed, about: event.about, note: event.by.note }] : others;
  return { beds, sequence, told: [...ward.told, `${sequence} ${event.type} ${event.bed} ${actor}`] };
}

/** Takes a bed unless all are taken; one that is taken already is no news. */
export function takeBed(bed: string, places = 2) {
  return (ward: Ward): Decision<RoomEvent, Refusal> => {
    if (ward.beds.some((taken) => taken.bed === bed)) return accept();
    return ward.beds.length < places
      ? accept<RoomEvent>({ type: 'bedTaken', bed, about: `about ${bed}`, by: { note: `note ${bed}` } })
      : refuse(full);
  };
}

export const at = (millisecond: number): Instant => instant(Date.UTC(2026, 2, 11, 20, 0, 0, millisecond));

let made = 0;

/** An order that only says what it is about. */
export function ordering(
  given: Partial<Order<Ward, RoomEvent, Refusal>> & Pick<Order<Ward, RoomEvent, Refusal>, 'decide'>,
): Order<Ward, RoomEvent, Refusal> {
  made += 1;
  return {
    stream: 'ward:1',
    commandId: `command-${made}`,
    bodyHash: 'body',
    actor: 'staff-1',
    now: at(0),
    occurredAt: at(0),
    answer: (_, sequence) => ({ sequence }),
    ...given,
  };
}
