import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/index.ts';
import { compileRegister } from './compile.ts';
import { formsOn } from './forms.ts';
import type { Arrangement, RegisterData } from './model.ts';
import { ssbTables } from './ssb-tables.ts';
import { arrangement, clinic, data, municipality, weekly } from './testing/builders.ts';

const onDay = localDate('2021-12-31');
const office = weekly([0, 1, 2, 3, 4].map((day) => ({ from: day * 1440 + 480, to: day * 1440 + 960 })));
const place = (number: string, inhabitants: number, centrality: 1 | 2 | 3 | 4 | 5 | 6) =>
  municipality(number, {
    populations: [{ date: localDate('2022-01-01'), inhabitants }],
    centralities: [{ version: '2020', class: centrality }],
  });
const formOf = (number: string, of: Partial<RegisterData>) => {
  const { forms, subForms } = formsOn(compileRegister(data(of)).now, onDay).find((row) => row.number === number)!;
  return `${forms.join('')} ${subForms.join(' ')}`.trim();
};
const shared = (rest: Partial<Arrangement>) => arrangement('a', { places: ['0001', '0002'], clinics: ['c'], ...rest });

describe('the form of a municipality', () => {
  const inOne = [clinic('c', { place: '0001' })];

  it.each<[string, Partial<RegisterData>, string, string]>([
    ['own at all hours', { arrangements: [arrangement('a', { legalForm: 'own' })] }, 'A ordinary', ''],
    ['own in office hours', { arrangements: [arrangement('a', { legalForm: 'own', opening: office })] }, 'A dayServiceOnly', ''],
    [
      'own day and own night',
      { arrangements: [arrangement('a', { legalForm: 'own', opening: office }), arrangement('b', { legalForm: 'own' })] },
      'A ordinary',
      '',
    ],
    ['own GP only', { arrangements: [arrangement('a', { legalForm: 'own', kind: 'ownGp' })] }, '', ''],
    ['bought', { arrangements: [arrangement('a', { legalForm: 'bought' })] }, 'D', ''],
    ['a host', { arrangements: [shared({ legalForm: 'hostCooperation', host: '0001' })], clinics: inOne }, 'B', 'C withHost'],
    ['IKS with premises in one', { arrangements: [shared({ legalForm: 'iksOrAs' })], clinics: inOne }, 'B', 'C iksOrAsElsewhere'],
    [
      'IKS with premises in both',
      { arrangements: [shared({ legalForm: 'iksOrAs', clinics: ['c', 'e'] })], clinics: [...inOne, clinic('e', { place: '0002' })] },
      'C severalOrRotating',
      'C severalOrRotating',
    ],
    [
      'a host with a branch in a third: its participant ticks two sub-forms',
      {
        arrangements: [shared({ legalForm: 'hostCooperation', host: '0001', places: ['0001', '0002', '0003'], clinics: ['c', 'e'] })],
        clinics: [...inOne, clinic('e', { place: '0003' })],
      },
      'B',
      'C withHost severalOrRotating',
    ],
    [
      'a satellite is no second premises',
      {
        arrangements: [shared({ legalForm: 'hostCooperation', host: '0001', clinics: ['c', 'e'] })],
        clinics: [...inOne, clinic('e', { place: '0002', kind: 'satellite' })],
      },
      'B',
      'C withHost',
    ],
    ['a task community', { arrangements: [shared({ legalForm: 'taskCommunity' })], clinics: inOne }, 'B', 'C'],
    ['not told', { arrangements: [shared({ legalForm: undefined })], clinics: inOne }, '', ''],
    [
      'own in the daytime, with a host else',
      {
        arrangements: [
          shared({ legalForm: 'hostCooperation', host: '0001' }),
          arrangement('b', { places: ['0002'], legalForm: 'own', opening: office }),
        ],
        clinics: inOne,
      },
      'B',
      'AC dayServiceOnly withHost',
    ],
    [
      'ended the day before',
      { arrangements: [arrangement('a', { legalForm: 'own', valid: { from: localDate('2020-01-01'), to: onDay } })] },
      '',
      '',
    ],
    ['begun the same day', { arrangements: [arrangement('a', { legalForm: 'own', valid: { from: onDay } })] }, 'A ordinary', ''],
  ])('%s', (_, of, first, second) => {
    expect([formOf('0001', of), formOf('0002', of)]).toEqual([first, second]);
  });

  it('there is no permanent host of what goes by turns, though each week has its own', () => {
    const turn = (weeks: readonly (readonly { from: number; to: number }[])[]) => ({
      ...weekly([]),
      pattern: { kind: 'cycle' as const, anchor: localDate('2021-01-04'), weeks },
    });
    const whole = [{ from: 0, to: 10_080 }];
    const by = { legalForm: 'hostCooperation' as const, district: 'd' };
    const of = {
      arrangements: [
        shared({ ...by, host: '0001', opening: turn([whole, []]) }),
        { ...shared({ ...by, host: '0002', opening: turn([[], whole]) }), id: 'b' },
      ],
      clinics: inOne,
    };
    expect([formOf('0001', of), formOf('0002', of)]).toEqual(['C severalOrRotating', 'C severalOrRotating']);
  });

  it('a municipality has the forms of its named parts, too', () => {
    const of = { arrangements: [arrangement('a', { legalForm: 'own' }), arrangement('b', { legalForm: 'bought', places: ['0001-nord'] })] };
    expect(formOf('0001', of)).toBe('AD ordinary');
  });
});

/*
 * Worked by hand. Ten municipalities: 1 (60 000, class 1) hosts 2, 3, 4; 5 own at all hours; 6 own day service and participant with 1;
 * 7 and 8 by turns every other week; 9 buys in the evening and is with host 1 at night; 10 has no legal form told.
 */
describe('SSB tables 3.1-3.6', () => {
  const geography = {
    municipalities: [
      place('0001', 60_000, 1),
      place('0002', 1_999, 5),
      place('0003', 2_000, 5),
      place('0004', 4_999, 6),
      place('0005', 5_000, 6),
      place('0006', 19_999, 4),
      place('0007', 1_000, 6),
      place('0008', 1_500, 6),
      place('0009', 20_000, 2),
      place('0010', 10_000, 3),
    ],
    changes: [],
  };
  const turn = (weeks: readonly (readonly { from: number; to: number }[])[]) => ({
    ...weekly([]),
    pattern: { kind: 'cycle' as const, anchor: localDate('2021-01-04'), weeks },
  });
  const whole = [{ from: 0, to: 10_080 }];
  const register = compileRegister(
    data({
      ...geography,
      clinics: [clinic('c1', { place: '0001' }), clinic('c7', { place: '0007' }), clinic('c8', { place: '0008' })],
      arrangements: [
        arrangement('vert', {
          places: ['0001', '0002', '0003', '0004', '0006', '0009'],
          legalForm: 'hostCooperation',
          host: '0001',
          clinics: ['c1'],
        }),
        arrangement('fem', { places: ['0005'], legalForm: 'own' }),
        arrangement('seks', { places: ['0006'], legalForm: 'own', opening: office }),
        arrangement('sju', {
          places: ['0007', '0008'],
          legalForm: 'taskCommunity',
          district: 'd',
          clinics: ['c7'],
          opening: turn([whole, []]),
        }),
        arrangement('atte', {
          places: ['0007', '0008'],
          legalForm: 'taskCommunity',
          district: 'd',
          clinics: ['c8'],
          opening: turn([[], whole]),
        }),
        arrangement('ni', { places: ['0009'], legalForm: 'bought', opening: office }),
        arrangement('ti', { places: ['0010'] }),
      ],
    }),
  );
  const tables = new Map(ssbTables(register.now, onDay).map((table) => [table.id, table]));
  const values = (id: string) => tables.get(id)!.rows.map((row) => row.values);

  it('3.1 counts each form: A 1 + 1, B 1, C 7, D 1, two with more than one', () => {
    expect(values('3.1')).toEqual([
      [1, 10],
      [1, 10],
      [1, 10],
      [7, 70],
      [1, 10],
      [2, 20],
    ]);
    expect(tables.get('3.1')).toMatchObject({ population: 10, withUnknown: 1 });
  });

  it('3.2 has the shares by centrality', () => {
    expect(values('3.2')).toEqual([
      [10, 10, 10, 70],
      [0, 0, 100, 0],
      [0, 0, 0, 100],
      [0, 0, 0, 0],
      [0, 100, 0, 100],
      [0, 0, 0, 100],
      // 5 of its own, 4, 7 and 8 with others.
      [25, 0, 0, 75],
    ]);
  });

  it('3.3 has combinations by centrality: 6 in class 4, 9 in class 2', () => {
    expect(values('3.3')).toEqual([
      [2, 20],
      [0, 0],
      [1, 100],
      [0, 0],
      [1, 100],
      [0, 0],
      [0, 0],
    ]);
  });

  it('3.4 and 3.5 by size: under 2 000 are 2, 7, 8; 2 000-4 999 are 3, 4; then 5; 10 and 6; 9; 1', () => {
    expect(values('3.4')).toEqual([
      [10, 10],
      [0, 0],
      [0, 0],
      [100, 0],
      [0, 50],
      [0, 0],
      [0, 0],
    ]);
    expect(values('3.5')).toEqual([
      [1, 10],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 100],
    ]);
  });

  it('3.6 has the sub-forms of C, half up: one and two of three are 33 and 67', () => {
    expect(values('3.6')).toEqual([
      [70, 50, 20, 0],
      [100, 33, 67, 0],
      [100, 100, 0, 0],
      [0, 0, 0, 0],
      [50, 50, 0, 0],
      [100, 100, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('a group without municipalities has no figure', () => {
    const empty = ssbTables(compileRegister(data({ municipalities: [place('0001', 100, 1)] })).now, onDay);
    expect(empty.find(({ id }) => id === '3.5')?.rows.map((row) => row.values)).toEqual([
      [0, 0],
      [0, 0],
      ...Array.from({ length: 5 }, () => [undefined, undefined]),
    ]);
  });
});
