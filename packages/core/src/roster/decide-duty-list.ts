import {
  accept,
  addDays,
  type Decision,
  day,
  type Envelope,
  elapsed,
  hour,
  type Instant,
  type Milliseconds,
  minute,
  never,
  osloDate,
  osloInstant,
  osloTime,
  overlaps,
  plus,
  refuse,
} from '../kernel/index.ts';
import { coveredTime, type Duty, type DutyLevel } from './duty.ts';
import type { DutyList, DutyListEvent } from './duty-list.ts';

export type DutyListCommand = Envelope &
  (
    | (Duty & {
        readonly type: 'enterDuty';
        /** Whether the person holds a role at the unit that answers for red contacts: who is paged must be able to open what the page is about. */
        readonly answersHere: boolean;
      })
    /** Takes the person off duty from `occurredAt` on; a duty that has not begun never begins. */
    | { readonly type: 'endDuty'; readonly entryId: string }
  );

export type DutyListRefusal =
  | { readonly code: 'duty-end-not-after-start'; readonly field: 'to' }
  | { readonly code: 'duty-too-long'; readonly field: 'to'; readonly mostDays: number }
  /** The duty was over, or is said to have ended, longer ago than a list may be put right. */
  | { readonly code: 'duty-long-past'; readonly field: 'to'; readonly mostHours: number }
  /** More than a year ahead: the year was mistyped. */
  | { readonly code: 'duty-too-far-ahead'; readonly field: 'from'; readonly mostDays: number }
  | { readonly code: 'duty-end-in-future'; readonly field: 'occurredAt' }
  | {
      readonly code: 'duty-overlaps';
      readonly field: 'from';
      readonly entryId: string;
      readonly level: DutyLevel;
      readonly from: Instant;
      readonly to: Instant;
    }
  | { readonly code: 'duty-already-entered'; readonly field: 'entryId' }
  | { readonly code: 'duty-person-not-here'; readonly field: 'staffId' }
  | { readonly code: 'duty-unknown'; readonly field: 'entryId' }
  | { readonly code: 'duty-already-ended'; readonly field: 'entryId'; readonly by: string; readonly at: Instant }
  | { readonly code: 'duty-already-over'; readonly field: 'entryId'; readonly to: Instant };

/** A locum week is the longest that one person is on at a stretch; a longer one is a slip of the keyboard. Our own limit. */
const longestDutyDays = 7;
/** How far ahead a list is entered by hand. Our own limit. */
const farthestDays = 366;
/** How far back a list may still be put right, so that a paper list of last night can be entered in the morning. Our own limit. */
export const oldestEnd: Milliseconds = 24 * hour;

export function decideDutyList(list: DutyList, command: DutyListCommand): Decision<DutyListEvent, DutyListRefusal> {
  switch (command.type) {
    case 'enterDuty':
      return enterDuty(list, command);
    case 'endDuty':
      return endDuty(list, command);
    default:
      return never(command);
  }
}

function enterDuty(list: DutyList, command: Extract<DutyListCommand, { type: 'enterDuty' }>): Decision<DutyListEvent, DutyListRefusal> {
  const { entryId, staffId, level, phone, from, to, now } = command;
  if (list.entries.some((entry) => entry.entryId === entryId)) return refuse({ code: 'duty-already-entered', field: 'entryId' });
  if (!command.answersHere) return refuse({ code: 'duty-person-not-here', field: 'staffId' });
  if (from >= to) return refuse({ code: 'duty-end-not-after-start', field: 'to' });
  if (to > latestEnd(from)) return refuse({ code: 'duty-too-long', field: 'to', mostDays: longestDutyDays });
  if (elapsed(to, now) > oldestEnd) return refuse({ code: 'duty-long-past', field: 'to', mostHours: oldestEnd / hour });
  if (elapsed(now, from) > farthestDays * day) return refuse({ code: 'duty-too-far-ahead', field: 'from', mostDays: farthestDays });
  const same = list.entries.find(
    (entry) => entry.staffId === staffId && entry.level === level && overlaps(coveredTime(entry), { from, to }),
  );
  if (same) return refuse({ code: 'duty-overlaps', field: 'from', entryId: same.entryId, level, ...coveredTime(same) });
  return accept({ type: 'dutyEntered', entryId, staffId, level, phone, from, to });
}

/** The same time on the clock so many days later: 167 or 169 hours over a change of the clock. */
export function latestEnd(from: Instant): Instant {
  const sameMinute = osloInstant(addDays(osloDate(from), longestDutyDays), osloTime(from).minuteOfDay);
  return plus(sameMinute, from % minute);
}

function endDuty(list: DutyList, command: Extract<DutyListCommand, { type: 'endDuty' }>): Decision<DutyListEvent, DutyListRefusal> {
  const { entryId, occurredAt: at, now } = command;
  const entry = list.entries.find((one) => one.entryId === entryId);
  if (!entry) return refuse({ code: 'duty-unknown', field: 'entryId' });
  if (entry.ended) return refuse({ code: 'duty-already-ended', field: 'entryId', ...entry.ended });
  if (at > now) return refuse({ code: 'duty-end-in-future', field: 'occurredAt' });
  if (elapsed(at, now) > oldestEnd) return refuse({ code: 'duty-long-past', field: 'to', mostHours: oldestEnd / hour });
  if (at >= entry.to) return refuse({ code: 'duty-already-over', field: 'entryId', to: entry.to });
  return accept({ type: 'dutyEnded', entryId, at });
}
