import type { FigureRow } from '@vakthavende/contract/statistics';
import { instant } from '@vakthavende/core/kernel';
import { expect, it } from 'vitest';
import { joinedRows, noClass, ofClass, rowKey } from './rows.ts';

const callRow = (callId: string, at: number, counts: FigureRow['counts'] = 'numerator'): FigureRow => ({
  kind: 'call',
  counts,
  callId,
  offeredAt: instant(at),
  outcome: 'answered',
  numberHidden: false,
  contactIds: [],
  byHand: false,
});
const contactRow = (contactId: string, urgency?: string): FigureRow => ({
  kind: 'contact',
  counts: urgency ? 'numerator' : 'denominator',
  contactId,
  openedAt: instant(1),
  channel: 'patientPhones',
  callIds: [],
  lateEntries: 0,
  redPaged: false,
  ...(urgency ? { firstUrgencyTelephone: urgency } : {}),
});

it('what a figure leaves out is what others of the kind have and it has not, once, in order of time', () => {
  const rows = joinedRows(
    [callRow('b', 2), callRow('d', 4, 'denominator')],
    [callRow('b', 2), callRow('c', 3), callRow('a', 1), callRow('a', 1)],
  );
  expect(rows.map((row) => [rowKey(row), row.counts])).toEqual([
    ['call a', 'outside'],
    ['call b', 'numerator'],
    ['call c', 'outside'],
    ['call d', 'denominator'],
  ]);
});

it('the rows of a class are those that have it, and those without any are a class of their own', () => {
  const rows = joinedRows([contactRow('1', 'red'), contactRow('2', 'green'), contactRow('3')], []);
  expect(ofClass('firstUrgencyMix', 'red', rows).map(rowKey)).toEqual(['contact 1']);
  expect(ofClass('firstUrgencyMix', noClass, rows).map(rowKey)).toEqual(['contact 3']);
});
