import { type Instant, never, type Recorded } from '../kernel/index.ts';
import type { Duty, EnteredDuty } from './duty.ts';

/** The duty list of one unit, entered by hand until a plan says who is on. */
export interface DutyList {
  readonly unit: string;
  readonly entries: readonly EnteredDuty[];
}

export type DutyListEvent =
  | ({ readonly type: 'dutyEntered' } & Duty)
  /** Off duty from `at` on. */
  | { readonly type: 'dutyEnded'; readonly entryId: string; readonly at: Instant };

export function emptyDutyList(unit: string): DutyList {
  return { unit, entries: [] };
}

export function evolveDutyList(list: DutyList, { event, actor }: Pick<Recorded<DutyListEvent>, 'event' | 'actor'>): DutyList {
  switch (event.type) {
    case 'dutyEntered': {
      const { type: _, ...duty } = event;
      return { ...list, entries: [...list.entries, { ...duty, enteredBy: actor }] };
    }
    case 'dutyEnded': {
      const ended = { at: event.at, by: actor };
      return { ...list, entries: list.entries.map((entry) => (entry.entryId === event.entryId ? { ...entry, ended } : entry)) };
    }
    default:
      return never(event);
  }
}
