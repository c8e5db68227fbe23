import { describe, expect, it } from 'vitest';
import { instant, localDate } from '../../kernel/index.ts';
import { acceptRegister, checkRegister, type RegisterProblem, severityOf } from './check.ts';
import type { Arrangement, CallCentre, Opening, RegisterData } from './model.ts';
import { arrangement, clinic, data, municipality, since2020, weekly } from './testing/builders.ts';

const codes = (of: Partial<RegisterData>) => checkRegister(data(of)).map(({ code, field }) => `${code} ${field}`);
const ofArrangement = (rest: Partial<Arrangement>) => codes({ arrangements: [arrangement('a', rest)] });
const ofOpening = (opening: Opening) => ofArrangement({ opening });
const cycle = (anchor: string, weeks: readonly (readonly { from: number; to: number }[])[]): Opening => ({
  ...weekly([]),
  pattern: { kind: 'cycle', anchor: localDate(anchor), weeks },
});
const valid = (from: string, to?: string) => ({ from: localDate(from), to: to === undefined ? undefined : localDate(to) });

describe('a row that is right', () => {
  it('has no problem', () => expect(ofArrangement({})).toEqual([]));
  it('passes into a register', () => expect(acceptRegister(data({ arrangements: [arrangement('a')] })).accepted).toBe(true));
});

describe('dates', () => {
  it.each([
    ['2021-01-02', '2021-01-01', true],
    ['2021-01-01', '2021-01-01', true],
    ['2021-01-01', '2021-01-02', false],
  ])('valid from %s to %s: backwards %s', (from, to, wrong) => {
    expect(ofArrangement({ valid: valid(from, to) })).toEqual(wrong ? ['validity-backwards valid.to'] : []);
  });

  it('knowledge does not end before it begins', () => {
    expect(ofArrangement({ known: { from: instant(2), to: instant(2) } })).toEqual(['knowledge-backwards known.to']);
    expect(ofArrangement({ known: { from: instant(2), to: instant(3) } })).toEqual([]);
  });

  it('two rows of one id may follow each other in the world or in what is known, and not hold together', () => {
    const two = (second: Partial<Arrangement>) =>
      codes({
        arrangements: [
          arrangement('a', { valid: valid('2020-01-01', '2021-01-01'), known: { from: instant(5), to: instant(9) } }),
          arrangement('a', second),
        ],
      });
    expect(two({ valid: valid('2021-01-01'), known: { from: instant(5) } })).toEqual([]);
    expect(two({ valid: valid('2020-12-31'), known: { from: instant(5) } })).toEqual(['version-overlap valid']);
    expect(two({ valid: valid('2020-01-01'), known: { from: instant(9) } })).toEqual([]);
    expect(two({ valid: valid('2020-01-01'), known: { from: instant(8) } })).toEqual(['version-overlap valid']);
  });
});

describe('hours', () => {
  it.each([
    [[{ from: 0, to: 10_080 }], []],
    [
      [
        { from: 0, to: 10_080 },
        { from: 60, to: 120 },
      ],
      ['pattern-windows-overlap opening.pattern.windows.1'],
    ],
    [
      [
        { from: 480, to: 960 },
        { from: 960, to: 1380 },
      ],
      [],
    ],
    [
      [
        { from: 480, to: 961 },
        { from: 960, to: 1380 },
      ],
      ['pattern-windows-overlap opening.pattern.windows.1'],
    ],
    // Sunday 23:00 goes on into Monday 08:00.
    [
      [
        { from: 10_020, to: 10_560 },
        { from: 480, to: 960 },
      ],
      [],
    ],
    [
      [
        { from: 10_020, to: 10_561 },
        { from: 480, to: 960 },
      ],
      ['pattern-windows-overlap opening.pattern.windows.1'],
    ],
    [[{ from: 10_079, to: 10_081 }], []],
    [[{ from: 10_080, to: 10_081 }], ['pattern-window-outside-week opening.pattern.windows.0']],
    [[{ from: -1, to: 5 }], ['pattern-window-outside-week opening.pattern.windows.0']],
    [[{ from: 5, to: 5 }], ['pattern-window-outside-week opening.pattern.windows.0']],
    [[{ from: 5.5, to: 6 }], ['pattern-window-outside-week opening.pattern.windows.0']],
  ])('%j: %j', (windows, expected) => {
    expect(ofOpening(weekly(windows))).toEqual(expected);
  });

  it.each([
    ['2021-01-03', ['cycle-anchor-not-monday opening.pattern.anchor']],
    ['2021-01-04', []],
    ['2021-01-05', ['cycle-anchor-not-monday opening.pattern.anchor']],
  ])('a cycle from %s: %j', (anchor, expected) => {
    expect(ofOpening(cycle(anchor, [[{ from: 0, to: 60 }], []]))).toEqual(expected);
  });

  it('a cycle has weeks, and its last goes on into its first', () => {
    expect(ofOpening(cycle('2021-01-04', []))).toEqual(['cycle-empty opening.pattern.weeks']);
    expect(ofOpening(cycle('2021-01-04', [[{ from: 480, to: 10_560 }], [{ from: 480, to: 10_560 }]]))).toEqual([]);
    expect(ofOpening(cycle('2021-01-04', [[{ from: 479, to: 10_560 }], [{ from: 480, to: 10_560 }]]))).toEqual([
      'pattern-windows-overlap opening.pattern.weeks.1.0',
    ]);
  });

  it.each([
    [[{ from: 0, to: 1440 }], []],
    [[{ from: 0, to: 1441 }], ['exception-outside-day opening.exceptions.0.windows.0']],
    [
      [
        { from: 0, to: 60 },
        { from: 59, to: 120 },
      ],
      ['exception-windows-overlap opening.exceptions.0.windows.1'],
    ],
    [[], []],
  ])('an exception with %j: %j', (windows, expected) => {
    expect(ofOpening(weekly([], { exceptions: [{ on: 'christmasEve', windows }] }))).toEqual(expected);
  });

  it('a day has one exception', () => {
    const exceptions = [
      { on: 'easterEve' as const, windows: [] },
      { on: 'easterEve' as const, windows: [] },
    ];
    expect(ofOpening(weekly([], { exceptions }))).toEqual(['exception-twice opening.exceptions.1.on']);
  });

  it('hours that are not known are told, and refuse nothing', () => {
    const opening: Opening = { ...weekly([]), pattern: { kind: 'unknown' } };
    expect(ofOpening(opening)).toEqual(['hours-unknown opening.pattern']);
    expect(acceptRegister(data({ arrangements: [arrangement('a', { opening })] })).accepted).toBe(true);
  });
});

describe('places', () => {
  const geography = {
    municipalities: [
      municipality('0001', { validTo: localDate('2024-01-01') }),
      municipality('0009', { validFrom: localDate('2024-01-01') }),
    ],
    changes: [{ date: localDate('2024-01-01'), from: '0001', fromName: 'En', to: '0009' }],
  };
  const at = (places: readonly string[], from: string) =>
    codes({ ...geography, arrangements: [arrangement('a', { places, valid: valid(from) })] });

  it('a number must be in use on the first day: it may end, not begin later', () => {
    expect(at(['0001'], '2023-12-31')).toEqual([]);
    expect(at(['0001'], '2024-01-01')).toEqual(['municipality-unknown places.0']);
    expect(at(['0009'], '2023-12-31')).toEqual(['municipality-unknown places.0']);
    expect(at(['0009'], '2024-01-01')).toEqual([]);
    expect(at(['7777'], '2023-12-31')).toEqual(['municipality-unknown places.0']);
  });

  it('a place is written right, once, and is one at all', () => {
    expect(at(['1'], '2023-01-01')).toEqual(['place-malformed places.0']);
    expect(at(['0001', '0001'], '2023-01-01')).toEqual(['place-twice places.1']);
    expect(at([], '2023-01-01')).toEqual(['places-missing places']);
  });

  it('a named part is named in the register', () => {
    expect(at(['0001-nord'], '2023-01-01')).toEqual(['part-unknown places.0']);
    const parts = [{ ...since2020, id: '0001-nord', name: 'Nord' }];
    expect(codes({ ...geography, parts, arrangements: [arrangement('a', { places: ['0001-nord'], valid: valid('2023-01-01') })] })).toEqual(
      [],
    );
  });
});

describe('what refers to something else', () => {
  it.each<[string, Partial<RegisterData>, string]>([
    ['clinic', { arrangements: [arrangement('a', { clinics: ['x'] })] }, 'clinic-unknown clinics.0'],
    ['district', { arrangements: [arrangement('a', { district: 'x' })] }, 'district-unknown district'],
    ['call centre', { arrangements: [arrangement('a', { callCentre: 'x' })] }, 'call-centre-unknown callCentre'],
    ['host', { arrangements: [arrangement('a', { host: '8888', legalForm: 'bought' })] }, 'municipality-unknown host'],
    ['district of a clinic', { clinics: [clinic('c', { district: 'x' })] }, 'district-unknown district'],
  ])('the %s must be there', (_, of, expected) => {
    expect(codes(of)).toEqual([expected]);
  });

  it('a centre does not overflow to itself', () => {
    const centre: CallCentre = {
      ...since2020,
      id: 'l',
      name: 'l',
      routing: [],
      localNumber: undefined,
      coLocations: [],
      tool: undefined,
      combinedDuties: undefined,
      overflowPartner: 'l',
      answersSafetyAlarms: undefined,
      emc: undefined,
    };
    expect(codes({ callCentres: [centre] })).toEqual(['overflow-self overflowPartner']);
  });

  it('a district has a clinic while it exists: else a file is refused, and a person who enters row by row is told', () => {
    const district = { ...since2020, id: 'd', name: 'd', legalForm: undefined, members: [] };
    expect(codes({ districts: [district], clinics: [clinic('c', { district: 'd' })] })).toEqual([]);
    expect(codes({ districts: [district], clinics: [clinic('c', { district: 'd', valid: valid('2019-01-01', '2020-01-01') })] })).toContain(
      'district-without-clinic id',
    );
    const problems: readonly RegisterProblem[] = checkRegister(data({ districts: [district] }));
    expect(problems.map(severityOf)).toEqual(['incomplete']);
    expect(acceptRegister(data({ districts: [district] }))).toMatchObject({
      accepted: false,
      refusals: [{ code: 'district-without-clinic', table: 'districts', id: 'd', row: 0 }],
    });
  });
});

describe('legal form', () => {
  it.each<[Partial<Arrangement>, readonly string[]]>([
    [{ legalForm: 'own' }, []],
    [{ legalForm: 'own', places: ['0001', '0002'] }, ['own-with-others legalForm']],
    [{ legalForm: 'own', partners: ['0002'] }, ['own-with-others legalForm']],
    [{ legalForm: 'hostCooperation', places: ['0001', '0002'] }, ['host-missing host']],
    [{ legalForm: 'hostCooperation', places: ['0001', '0002'], host: '0003' }, ['host-not-served host']],
    [{ legalForm: 'hostCooperation', places: ['0001', '0002'], host: '0001' }, []],
    [{ legalForm: 'bought', operator: { kind: 'municipality', name: 'K' } }, ['bought-from-municipality operator.kind']],
    [{ legalForm: 'bought', operator: { kind: 'company', name: 'K' } }, []],
  ])('%j: %j', (rest, expected) => {
    expect(ofArrangement(rest)).toEqual(expected);
  });
});
