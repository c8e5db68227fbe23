import { type Instant, type Interval, instant } from '../kernel/index.ts';

/** `primary` answers first; `backup` when nobody of those has answered in time. */
export type DutyLevel = 'primary' | 'backup';

/** One person's duty at a unit, as entered by hand. */
export interface Duty {
  readonly entryId: string;
  readonly staffId: string;
  readonly level: DutyLevel;
  /** Where the person is reached while on duty; a work telephone. */
  readonly phone: string;
  readonly from: Instant;
  /** Half-open: no longer on duty at this instant. */
  readonly to: Instant;
}

export interface EnteredDuty extends Duty {
  readonly enteredBy: string;
  /** Taken off before the planned end, or before it began. */
  readonly ended?: { readonly at: Instant; readonly by: string } | undefined;
}

/** The time that the duty really covers: cut where it was ended, empty when that was before it began. */
export function coveredTime(duty: Pick<EnteredDuty, 'from' | 'to' | 'ended'>): Interval<Instant> {
  const { from, to, ended } = duty;
  if (ended === undefined || ended.at >= to) return { from, to };
  return { from, to: instant(Math.max(from, ended.at)) };
}
