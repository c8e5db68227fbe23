import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, localDate } from '../../kernel/index.ts';
import { parseRegisterCsv, writeRegisterCsv } from './file-csv.ts';
import { type FileHead, type ParsedRegister, parseRegisterJson, type RegisterRows, writeRegisterJson } from './file-format.ts';
import { parseLinedJson } from './json-lines.ts';
import { arrangement, clinic, data, since2020 } from './testing/builders.ts';
import { exampleFiles, readReference } from './testing/norway.ts';

const head: FileHead = { list: 'test', title: 'Prøve; "sitert"', describes: undefined, sources: { SSB: 'Rapport; 2023/6' } };
const rowsOf = ({ municipalities: _, changes: __, ...rows }: ReturnType<typeof data>): RegisterRows => rows;

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.isWellFormed() && !text.includes('\0'));
const tricky = fc.oneof(
  words,
  fc.constantFrom(
    'X (123456789)',
    'Y ()',
    '=1+1',
    "'=1",
    '-5',
    '@a',
    'a|b\\c',
    'a;b',
    'a"b',
    'line\nline',
    ' space ',
    '\ttab',
    '\\',
    '|',
    'x: y',
  ),
);
const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
const known = fc.record({ from: fc.integer({ min: 0, max: 4e12 }).map(instant) });
const window = fc
  .tuple(fc.integer({ min: 0, max: 10_079 }), fc.integer({ min: 1, max: 10_080 }))
  .map(([from, length]) => ({ from, to: from + length }));
const opening = fc.record({
  pattern: fc.oneof(
    fc.constant({ kind: 'unknown' as const }),
    fc.array(window, { maxLength: 3 }).map((windows) => ({ kind: 'weekly' as const, windows })),
    fc
      .array(fc.array(window, { maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((weeks) => ({ kind: 'cycle' as const, anchor: localDate('2021-01-04'), weeks })),
  ),
  holidays: fc.constantFrom('asWeekday' as const, 'closed' as const),
  exceptions: fc.array(
    fc.record({
      on: fc.constantFrom(localDate('2021-12-24'), 'easterEve' as const),
      windows: fc.constantFrom(
        [],
        [{ from: 0, to: 60 }],
        [
          { from: 0, to: 60 },
          { from: 90, to: 1440 },
        ],
      ),
    }),
    { maxLength: 2 },
  ),
});
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const register = fc
  .record({
    arrangements: fc.array(
      fc.record({
        id: slug,
        name: tricky,
        comment: maybe(tricky),
        web: maybe(tricky),
        opening,
        known,
        phones: fc.constantFrom([], ['57111413'], ['57111413', '116117']),
        notes: fc.array(fc.record({ code: slug, text: tricky }), { maxLength: 2 }),
        host: maybe(fc.constant('4204')),
        operator: maybe(
          fc.record({ kind: fc.constantFrom('company' as const), name: tricky, organisationNumber: maybe(fc.constant('123456789')) }),
        ),
        source: tricky,
      }),
      { maxLength: 3 },
    ),
    clinics: fc.array(
      fc.record({
        id: slug,
        name: tricky,
        equipment: fc.array(tricky, { maxLength: 3 }),
        opening: maybe(opening),
        position: maybe(
          fc.record({ latitude: fc.integer({ min: 57_000, max: 71_000 }).map((n) => n / 1000), longitude: fc.constant(5.5) }),
        ),
      }),
      { maxLength: 2 },
    ),
    combined: maybe(fc.boolean()),
  })
  .map(({ arrangements, clinics, combined }) =>
    rowsOf(
      data({
        parts: [{ ...since2020, id: '4640-balestrand', name: 'Balestrand' }],
        arrangements: arrangements.map(({ id, ...row }) => arrangement(id, row)),
        clinics: clinics.map(({ id, ...row }) => clinic(id, row)),
        callCentres: [
          {
            ...since2020,
            id: 'lvs',
            name: 'LVS',
            routing: [{ place: '4640-balestrand', from: localDate('2020-01-01'), to: localDate('2024-01-01') }],
            localNumber: '57111413',
            coLocations: ['hospital', 'callCentre'],
            tool: undefined,
            combinedDuties: combined,
            overflowPartner: undefined,
            answersSafetyAlarms: undefined,
            emc: undefined,
          },
        ],
      }),
    ),
  );

const accepted = (parsed: ParsedRegister) => {
  if (!parsed.accepted) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
};

describe('our own format', () => {
  it('comes back exactly from JSON, and is written the same again', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const text = writeRegisterJson(head, rows);
        const parsed = accepted(parseRegisterJson(text));
        expect(parsed.rows).toEqual(rows);
        expect(writeRegisterJson(parsed.head, parsed.rows)).toBe(text);
      }),
    );
  });

  it('comes back exactly from CSV, and is written the same again', () => {
    fc.assert(
      fc.property(register, (rows) => {
        const text = writeRegisterCsv(head, rows);
        const parsed = accepted(parseRegisterCsv(text));
        expect(parsed.rows).toEqual(rows);
        expect(writeRegisterCsv(parsed.head, parsed.rows)).toBe(text);
      }),
    );
  });

  it.each(exampleFiles)('takes %s through CSV and back', (name) => {
    const { head: of, rows } = accepted(parseRegisterJson(readReference(`examples/${name}.json`)));
    const back = accepted(parseRegisterCsv(writeRegisterCsv(of, rows)));
    expect(back.rows).toEqual(rows);
    expect(back.head).toEqual(of);
  });
});

describe('a file that is something else', () => {
  const good = writeRegisterJson(head, rowsOf(data({ arrangements: [arrangement('a'), arrangement('b')] })));
  const problems = (parsed: ParsedRegister) => (parsed.accepted ? [] : parsed.problems);

  it.each([
    ['', 'file.not-json', 1],
    ['{', 'file.not-json', 1],
    ['{\n"a": 1,\n}', 'file.not-json', 3],
    ['{"format": "x",\n "format": "x"}', 'file.not-json', 2],
    ['[]', 'file.other-format', 1],
    ['{"format": "noe-annet"}', 'file.other-format', 1],
    ['"\\u0g00"', 'file.not-json', 1],
    ['['.repeat(100_000), 'file.not-json', 1],
  ])('%j is refused with its line', (text, code, line) => {
    expect(problems(parseRegisterJson(text))).toEqual([expect.objectContaining({ code, line })]);
  });

  it.each([
    ['"kind":"duty"', '"kind":"plikt"', { code: 'file.field-wrong', field: 'kind', id: 'a' }],
    ['"name":"a"', '"nam":"a"', { code: 'file.field-unknown', field: 'nam', id: 'a' }],
    ['"name":"a",', '', { code: 'file.field-missing', field: 'name', id: 'a' }],
    ['"2020-01-01"', '"2020-02-30"', { code: 'file.field-wrong', field: 'valid', id: 'a' }],
    ['"places":["0001"]', '"places":"0001"', { code: 'file.field-wrong', field: 'places', id: 'a' }],
    ['"source":"test"', '"source":""', { code: 'file.field-wrong', field: 'source', id: 'a' }],
  ])('%s written as %s is told with line, id and field', (from, to, problem) => {
    const found = problems(parseRegisterJson(good.replace(from, to)));
    expect(found).toContainEqual(expect.objectContaining({ ...problem, table: 'arrangements' }));
    expect(good.split('\n')[found[0]!.line - 1]).toContain('"id":"a"');
  });

  it('CSV tells the line where the row begins, though a text above it has line breaks', () => {
    const rows = rowsOf(data({ arrangements: [arrangement('a', { comment: 'en\nto\ntre' }), arrangement('b')] }));
    const text = writeRegisterCsv(head, rows).replace('arrangements;b;2020-01-01', 'arrangements;b;2020-13-01');
    expect(problems(parseRegisterCsv(text))).toEqual([
      { code: 'file.field-wrong', line: 6, table: 'arrangements', id: 'b', field: 'validFrom' },
    ]);
  });

  it('CSV of another kind, with a quote left open, an unknown table or column is refused', () => {
    const text = writeRegisterCsv(head, rowsOf(data({ arrangements: [arrangement('a')] })));
    expect(problems(parseRegisterCsv('navn;alder\r\nx;1\r\n'))).toMatchObject([{ code: 'file.other-format', line: 1 }]);
    expect(problems(parseRegisterCsv(`${text}"`))).toMatchObject([{ code: 'file.not-csv', line: 4 }]);
    expect(problems(parseRegisterCsv(text.replace('arrangements;', 'ordninger;')))).toMatchObject([
      { code: 'file.table-unknown', line: 3 },
    ]);
    expect(problems(parseRegisterCsv(text.replace(';web;', ';vev;')))).toMatchObject([
      { code: 'file.field-unknown', line: 2, field: 'vev' },
    ]);
  });

  it('nothing is taken in from more text than a register can be', () => {
    expect(problems(parseRegisterJson(' '.repeat(50_000_001)))).toMatchObject([{ code: 'file.too-large' }]);
  });
});

describe('JSON with lines', () => {
  it('reads what JSON.parse reads', () => {
    const plain = (json: ReturnType<typeof parseLinedJson>): unknown => (json.ok ? strip(json.value) : undefined);
    const strip = (value: Extract<ReturnType<typeof parseLinedJson>, { ok: true }>['value']): unknown =>
      value.kind === 'scalar'
        ? value.value
        : value.kind === 'array'
          ? value.items.map(strip)
          : Object.fromEntries([...value.entries].map(([k, v]) => [k, strip(v)]));
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(plain(parseLinedJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
