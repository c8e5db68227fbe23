import { contains, gaps, type Instant, type Interval } from '../kernel/index.ts';
import { coveredTime, type DutyLevel, type EnteredDuty } from './duty.ts';

/** What the question of who is on duty needs to know of an entry. */
export type Covering = Pick<EnteredDuty, 'entryId' | 'level' | 'from' | 'to' | 'ended'>;

/** Who is on duty at an instant, those who came on first standing first. */
export function onDuty<Entry extends Covering>(entries: readonly Entry[], at: Instant): Readonly<Record<DutyLevel, readonly Entry[]>> {
  const on = entries.filter((entry) => contains(coveredTime(entry), at)).toSorted(byStart);
  return { primary: on.filter((entry) => entry.level === 'primary'), backup: on.filter((entry) => entry.level === 'backup') };
}

/** When nobody of the level is on duty. */
export function uncovered(entries: readonly Covering[], level: DutyLevel, within: Interval<Instant>): readonly Interval<Instant>[] {
  return gaps(within, entries.filter((entry) => entry.level === level).map(coveredTime));
}

/** From the first to begin to the last, primary before backup; what is still alike is told apart by id, so that every screen has one order. */
export function byStart(a: Covering, b: Covering): number {
  return a.from - b.from || rank[a.level] - rank[b.level] || (a.entryId < b.entryId ? -1 : a.entryId > b.entryId ? 1 : 0);
}

const rank: Readonly<Record<DutyLevel, number>> = { primary: 0, backup: 1 };
