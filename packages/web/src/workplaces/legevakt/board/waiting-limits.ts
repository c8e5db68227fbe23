import type { ContactRow } from '@vakthavende/contract/contact';
import { type Milliseconds, minute } from '@vakthavende/core/kernel';
import { isUntriaged } from './sections.ts';

export interface Limits {
  readonly warn: Milliseconds;
  readonly late: Milliseconds;
}

/**
 * From when a wait stands out on the board. Starting values of ours for the screen, to be decided by the medical leader of each legevakt:
 * the times to doctor of MTS and SATS Norge for yellow and green (60 and 120 minutes) mark a wait as late, half and three quarters of them
 * as near. Nothing is escalated or counted by these.
 */
const limits = {
  untriaged: { warn: 10 * minute, late: 20 * minute },
  red: { warn: 0, late: 0 },
  yellow: { warn: 30 * minute, late: 60 * minute },
  green: { warn: 90 * minute, late: 120 * minute },
} as const;

/** Coming late happens; after half an hour somebody should ring. */
export const expectedLimits: Limits = { warn: 10 * minute, late: 30 * minute };

export function waitingLimits(row: ContactRow): Limits {
  if (row.urgency !== 'red' && (isUntriaged(row) || row.urgency === undefined)) return limits.untriaged;
  return limits[row.urgency ?? 'green'];
}

export function toneOf(passed: Milliseconds, { warn, late }: Limits): 'late' | 'warn' | undefined {
  if (passed >= late) return 'late';
  return passed >= warn ? 'warn' : undefined;
}
