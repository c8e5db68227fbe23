import type { ContactRow } from '@vakthavende/contract/contact';
import { type Instant, instant, minute } from '@vakthavende/core/kernel';
import { describe, expect, it, test } from 'vitest';
import { filteredLines, noFilter } from './filter.ts';
import { nextSort, ordered, type SortId } from './order.ts';
import { isUntriaged, lineTime, sectionOf, sectionsOf } from './sections.ts';
import { expectedLimits, toneOf, waitingLimits } from './waiting-limits.ts';

const evening = 1_800_000_000_000;
const at = (minutes: number): Instant => instant(evening + minutes * minute);

let number = 0;
function row(over: Partial<ContactRow>): ContactRow {
  number += 1;
  return {
    contactId: `contact-${String(number).padStart(3, '0')}`,
    sequence: 1,
    status: 'waiting',
    centreId: 'lvs-forde',
    channel: 'patientPhones',
    openedAt: at(0),
    openedBy: 'oda',
    openedByName: 'Oda Operatør',
    openTasks: [],
    paging: { state: 'notNeeded' },
    callIds: [],
    ...over,
  };
}
const waiting = (patient: string, arrived: number, over: Partial<ContactRow> = {}) =>
  row({ patient, arrivedAt: at(arrived), urgencyAxis: 'clinic', ...over });
const names = (rows: readonly ContactRow[], sort: SortId = 'usual') =>
  ordered(sectionsOf(rows).waiting, 'waiting', sort).map((line) => line.row.patient);

describe('where a contact stands', () => {
  test.each([
    ['waiting', {}, 'waiting'],
    ['with staff', { status: 'withStaff' }, 'withStaff'],
    ['expected', { status: 'expected' }, 'expected'],
    ['a callback promised', { status: 'callback' }, 'other'],
    ['still assessed by the operator', { status: 'assessing' }, 'other'],
    ['red and waiting', { urgency: 'red' }, 'red'],
    ['red and not yet here', { urgency: 'red', status: 'decided' }, 'red'],
    ['red and closed', { urgency: 'red', status: 'closed', closedAt: at(9) }, 'done'],
  ] as const)('%s', (_, over, section) => expect(sectionOf(row(over))).toBe(section));

  it('is one place only, but each open task stands besides, also after closing', () => {
    const task = { taskId: 't1', kind: 'letterToGp', text: 'Epikrise' } as const;
    const sections = sectionsOf([row({ status: 'closed', closedAt: at(5), openTasks: [task, { ...task, taskId: 't2' }] }), row({})]);
    expect(Object.values(sections).map((lines) => lines.length)).toEqual([0, 1, 0, 0, 0, 2, 1]);
    expect(new Set(Object.values(sections).flatMap((lines) => lines.map((line) => line.key))).size).toBe(4);
  });
});

describe('the order of those who wait', () => {
  it('is not assessed, yellow, green; the longest wait first among equals', () => {
    const rows = [
      waiting('green', 1, { urgency: 'green' }),
      waiting('yellow late', 20, { urgency: 'yellow' }),
      waiting('yellow early', 10, { urgency: 'yellow' }),
      waiting('green by telephone', 2, { urgency: 'green', urgencyAxis: 'telephone' }),
      waiting('yellow by telephone', 30, { urgency: 'yellow', urgencyAxis: 'telephone' }),
    ];
    expect(names(rows)).toEqual(['yellow by telephone', 'green by telephone', 'yellow early', 'yellow late', 'green']);
    expect(names(rows, 'time')).toEqual(['green', 'green by telephone', 'yellow early', 'yellow late', 'yellow by telephone']);
  });
  it('puts what has no time last, and the latest finished first', () => {
    const expected = sectionsOf([
      row({ status: 'expected', patient: 'some time' }),
      row({ status: 'expected', patient: 'at nine', expectedAt: at(9) }),
    ]).expected;
    expect(ordered(expected, 'expected', 'usual').map((line) => line.row.patient)).toEqual(['at nine', 'some time']);
    const done = sectionsOf([1, 3, 2].map((closed) => row({ status: 'closed', closedAt: at(closed) }))).done;
    expect(ordered(done, 'done', 'usual').map(lineTime)).toEqual([at(3), at(2), at(1)]);
  });
  it('is Norwegian by name, unnamed last', () => {
    expect(
      names([waiting('Åse', 1), row({ arrivedAt: at(0) }), waiting('Ærlend', 2), waiting('Øystein', 3), waiting('Arne', 4)], 'name'),
    ).toEqual(['Arne', 'Ærlend', 'Øystein', 'Åse', undefined]);
  });
  it('goes round by the key', () => {
    expect([nextSort('usual'), nextSort('time'), nextSort('name')]).toEqual(['time', 'name', 'usual']);
  });
});

describe('assessed at the clinic', () => {
  test.each([
    ['by telephone only', { urgency: 'yellow', urgencyAxis: 'telephone', arrivedAt: at(0) }, true],
    ['not at all', { arrivedAt: at(0) }, true],
    ['at the clinic', { urgency: 'yellow', urgencyAxis: 'clinic', arrivedAt: at(0) }, false],
    ['not here yet', { urgency: 'yellow', urgencyAxis: 'telephone' }, false],
    ['gone home', { arrivedAt: at(0), closedAt: at(1) }, false],
  ] as const)('%s', (_, over, untriaged) => expect(isUntriaged(row(over))).toBe(untriaged));
});

describe('from when a wait stands out', () => {
  const tone = (over: Partial<ContactRow>, minutes: number) => toneOf(minutes * minute, waitingLimits(waiting('x', 0, over)));
  test.each([
    ['yellow', { urgency: 'yellow' }, 30, 60],
    ['green', { urgency: 'green' }, 90, 120],
    ['yellow by telephone alone', { urgency: 'yellow', urgencyAxis: 'telephone' }, 10, 20],
    ['green by telephone alone', { urgency: 'green', urgencyAxis: 'telephone' }, 10, 20],
    ['not assessed', { urgencyAxis: undefined }, 10, 20],
  ] as const)('%s', (_, over, warn, late) => {
    expect([warn - 1 / 60, warn, late - 1 / 60, late].map((minutes) => tone(over as Partial<ContactRow>, minutes))).toEqual([
      undefined,
      'warn',
      'warn',
      'late',
    ]);
  });
  it('is at once for red, whoever set it', () => {
    expect(tone({ urgency: 'red' }, 0)).toBe('late');
    expect(tone({ urgency: 'red', urgencyAxis: 'telephone' }, 0)).toBe('late');
  });
  it('is ten minutes and half an hour for one who does not come', () => {
    expect([9, 10, 29, 30].map((minutes) => toneOf(minutes * minute, expectedLimits))).toEqual([undefined, 'warn', 'warn', 'late']);
  });
});

describe('searching the board', () => {
  const rows = [
    waiting('Kari Prøvesen', 1, { reason: 'Magesmerter', takenBy: 'me', takenByName: 'Dina Doktor' }),
    waiting('Ola Testmann', 2, { reason: 'Vondt i magen', urgencyAxis: 'telephone' }),
    row({ arrivedAt: at(3) }),
  ];
  const found = (filter: Partial<typeof noFilter>) =>
    filteredLines(sectionsOf(rows).waiting, { ...noFilter, ...filter }, 'me').map((line) => line.row.patient);
  test.each([
    ['a word of the reason', { text: 'mage' }, ['Kari Prøvesen', 'Ola Testmann']],
    ['every word counts', { text: 'mage ola' }, ['Ola Testmann']],
    ['who has them', { text: 'dina' }, ['Kari Prøvesen']],
    ['an unknown is found as unknown', { text: 'ukj' }, [undefined]],
    ['mine', { mine: true }, ['Kari Prøvesen']],
    ['not assessed at the clinic', { untriaged: true }, ['Ola Testmann', undefined]],
    ['nothing asked', {}, ['Kari Prøvesen', 'Ola Testmann', undefined]],
  ])('%s', (_, filter, expected) => expect(found(filter)).toEqual(expected));
});
