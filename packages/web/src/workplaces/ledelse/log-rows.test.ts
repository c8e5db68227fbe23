import type { AccessLogEntry } from '@vakthavende/contract/contact';
import { instant } from '@vakthavende/core/kernel';
import { expect, it } from 'vitest';
import { emergenciesFirst, peopleOf, wholeReference } from './log-rows.ts';

const entry = (at: number, kind: AccessLogEntry['kind'], name = 'Dina Doktor'): AccessLogEntry => ({
  at: instant(at),
  staffId: name.split(' ')[0]?.toLowerCase() ?? '',
  name,
  contactId: 'c',
  kind,
  purpose: 'treatment',
});

it('emergency openings stand first, the newest of each first, and what was given stays as it was', () => {
  const given = [entry(3, 'opened'), entry(4, 'purpose'), entry(1, 'emergency'), entry(2, 'emergency')];
  expect(emergenciesFirst(given).map((row) => row.at)).toEqual([2, 1, 4, 3]);
  expect(given.map((row) => row.at)).toEqual([3, 4, 1, 2]);
});

it('everyone in the log stands once, by name as Norwegian orders it', () => {
  const rows = [entry(1, 'opened', 'Åse A'), entry(2, 'opened', 'Dina D'), entry(3, 'opened', 'Øyvind Ø'), entry(4, 'opened', 'Dina D')];
  expect(peopleOf(rows).map((person) => person.name)).toEqual(['Dina D', 'Øyvind Ø', 'Åse A']);
});

it('a reference is taken when it is whole', () => {
  expect(wholeReference(' 0E3B1F6A-1111-4222-8333-0123456789AB ')).toBe('0e3b1f6a-1111-4222-8333-0123456789ab');
  expect(wholeReference('0e3b1f6a')).toBeUndefined();
  expect(wholeReference('')).toBeUndefined();
});
