import { describe, expect, it } from 'vitest';
import { instant, localDate } from '../../kernel/index.ts';
import { membersOf, rowsOn, whatChanged } from './compare.ts';
import { compileRegister } from './compile.ts';
import { arrangement, clinic, data, since2020 } from './testing/builders.ts';

const span = (from: string, to?: string) => ({ from: localDate(from), to: to === undefined ? undefined : localDate(to) });
const register = compileRegister(
  data({
    districts: [
      {
        ...since2020,
        id: 'd',
        name: 'd',
        legalForm: undefined,
        members: [
          { place: '0001', ...span('2020-01-01') },
          { place: '0002', ...span('2021-01-01', '2022-01-01') },
        ],
      },
    ],
    clinics: [
      clinic('c', { valid: span('2020-01-01', '2022-01-01') }),
      clinic('c', { valid: span('2022-01-01'), phone: '12345678', source: 'ny' }),
      clinic('e', { valid: span('2022-01-01') }),
    ],
    arrangements: [
      arrangement('a', { valid: span('2020-01-01', '2022-01-01'), known: { from: instant(0) } }),
      arrangement('b', { valid: span('2022-01-01'), known: { from: instant(1_000) } }),
    ],
  }),
);

describe('a day', () => {
  it.each([
    ['2019-12-31', 0],
    ['2020-01-01', 1],
    ['2021-12-31', 1],
    ['2022-01-01', 2],
  ])('%s has %i clinics', (date, count) => {
    expect(rowsOn(register.data.clinics, localDate(date))).toHaveLength(count);
  });

  it.each([
    ['2020-12-31', ['0001']],
    ['2021-01-01', ['0001', '0002']],
    ['2021-12-31', ['0001', '0002']],
    ['2022-01-01', ['0001']],
  ])('%s has the members %j', (date, expected) => {
    expect(membersOf(register, 'd', { date: localDate(date) })?.map(({ place }) => place)).toEqual(expected);
  });
});

describe('two days', () => {
  const compared = { from: localDate('2021-12-31'), to: localDate('2022-01-01') };

  it('tell what came, went and changed, and which places are met otherwise', () => {
    const { rows, places } = whatChanged(register, compared);
    expect(rows.map(({ table, id, change, fields }) => `${table} ${id} ${change} ${fields.join()}`)).toEqual([
      'clinics c changed phone',
      'clinics e added ',
      'arrangements a ended ',
      'arrangements b added ',
    ]);
    expect(places.map(({ place, before, after }) => [place, before?.map(({ id }) => id), after?.map(({ id }) => id)])).toEqual([
      ['0001', ['a'], ['b']],
    ]);
  });

  it('that are one day tell nothing', () => {
    expect(whatChanged(register, { from: compared.to, to: compared.to })).toEqual({ rows: [], places: [] });
  });

  it('as known then, before the second arrangement was recorded', () => {
    const { rows, places } = whatChanged(register, { ...compared, asKnownAt: instant(999) });
    expect(rows.filter(({ table }) => table === 'arrangements').map(({ id }) => id)).toEqual(['a']);
    expect(places[0]?.after).toEqual([]);
  });
});
