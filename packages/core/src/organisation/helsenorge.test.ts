import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importLimits, parseHelsenorge } from './helsenorge.ts';
import { type FindingCode, findingKinds } from './helsenorge-finding.ts';
import { parsePhones } from './helsenorge-phone.ts';

const text = readFileSync(new URL('../../../../reference/helsenorge-format/example.json', import.meta.url), 'utf8');
const parsed = (source: string) => {
  const result = parseHelsenorge(source);
  if (!result.accepted) throw new Error(result.refusal.code);
  return result.list;
};
const example = parsed(text);
const codesOf = (record: number) => example.findings.filter((f) => f.record === record).map((f) => f.code);

describe('the Helsenorge list', () => {
  it('keeps every record whole', () => {
    expect(example.records.map(({ raw }) => raw)).toEqual(JSON.parse(text));
  });

  it('gives each service an id of its own, also where names differ by case only', () => {
    expect(new Set(example.records.map(({ id }) => id)).size).toBe(example.records.length);
    expect(example.records.slice(3, 5).map(({ id }) => id)).toEqual(['hn-fjelldal-legevakt', 'hn-fjelldal-legevakt-2']);
  });

  it.each<[number, readonly FindingCode[]]>([
    [1, []],
    [2, ['phone-spaced', 'comment-phone-always']],
    [3, ['hours-wrap', 'phone-116117', 'comment-gp-daytime']],
    [4, ['position-missing', 'hours-wrap', 'phone-leading-zero', 'comment-outside-hours', 'comment-other-phone', 'name-duplicate']],
    [5, ['text-markup', 'phone-several', 'name-duplicate']],
    [6, ['hours-over-a-week', 'phone-five-digits', 'comment-hours', 'comment-season-or-holiday']],
    [7, ['hours-overlap', 'phone-wrong', 'comment-phone-wrong']],
    [
      8,
      [
        'hours-short',
        'hours-odd-minute',
        'phone-missing',
        'comment-other-service',
        'comment-part-or-some-patients',
        'comment-no-fixed-premises',
      ],
    ],
    [9, ['hours-missing', 'comment-unreadable-character']],
    [10, ['municipalities-missing', 'counties-missing']],
    [11, ['position-wrong', 'municipality-twice', 'municipality-wrong', 'county-mismatch']],
    [12, ['hours-unreadable', 'hours-unreadable', 'comment-other']],
    [13, ['wrong-type', 'key-missing', 'key-unknown', 'name-missing', 'position-wrong']],
  ])('record %i of the example has these findings', (record, codes) => {
    expect(codesOf(record)).toEqual(codes);
  });

  it('the example has every finding that there is', () => {
    const seen = new Set(example.findings.map(({ code }) => code));
    expect(Object.keys(findingKinds).filter((code) => !seen.has(code as FindingCode))).toEqual([]);
  });

  it('tells each municipality its minutes of gap and overlap, with the records concerned', () => {
    const of = (place: string) =>
      example.findings.filter((f) => f.place === place).map(({ code, minutes, records }) => [code, minutes, records]);
    expect(of('9901')).toEqual([]);
    expect(of('9902')).toEqual([]);
    // Served in the evening and at the weekend only: five weekdays of 08:00-15:30.
    expect(of('9903')).toEqual([['week-gap', 5 * 450, [3]]]);
    // Friday 15:00 to Monday 08:00 is 3 900 minutes, Monday and Tuesday 08:00-15:00 another 840.
    expect(of('9904')).toEqual([
      ['week-gap', 10_080 - 3_900 - 840, [4, 5]],
      ['week-overlap', 600, [4, 5]],
    ]);
    expect(of('9908')).toEqual([['week-gap', 10_080, [9]]]);
  });

  it.each([
    ['22000000', ['22000000'], []],
    ['22 00 00 00', ['22000000'], ['phone-spaced']],
    ['+47 22000000', ['22000000'], ['phone-spaced']],
    ['51712444/51712550', ['51712444', '51712550'], ['phone-several']],
    ['053922900', ['53922900'], ['phone-leading-zero']],
    ['07352', ['07352'], ['phone-five-digits']],
    ['116117', ['116117'], ['phone-116117']],
    ['661040000', [], ['phone-wrong']],
    ['3505005', [], ['phone-wrong']],
    ['', [], ['phone-missing']],
  ])('reads the number %s', (printed, numbers, codes) => {
    const reading = parsePhones(printed, 1);
    expect([reading.numbers, reading.findings.map(({ code }) => code)]).toEqual([numbers, codes]);
  });
});

describe('what is not the list', () => {
  const refusal = (source: string) => {
    const result = parseHelsenorge(source);
    return result.accepted ? undefined : result.refusal;
  };
  it.each([
    ['not JSON', 'navn;telefon\nA;22000000', { code: 'import.not-json' }],
    ['an object', '{"services": []}', { code: 'import.not-a-list' }],
    ['an empty list', '[]', { code: 'import.empty' }],
    ['a list of numbers', '[1, 2]', { code: 'import.not-a-record', record: 1 }],
    ['a list with one stray text', `${text.trim().slice(0, -1)}, "hei"]`, { code: 'import.not-a-record', record: 14 }],
    ['a list of something else', '[{"navn": "A"}]', { code: 'import.other-format' }],
    ['a text that no database holds', '[{"HealthServiceDisplayName": "A\\u0000"}]', { code: 'import.unstorable-text', record: 1 }],
    ['half a character', '[{"x": {"y": ["\\ud800"]}}]', { code: 'import.unstorable-text', record: 1 }],
    ['too many records', `[${'{},'.repeat(importLimits.records)}{}]`, { code: 'import.too-many-records', limit: importLimits.records }],
    ['too large a file', ' '.repeat(importLimits.bytes + 1), { code: 'import.too-large', limit: importLimits.bytes }],
  ])('%s is refused by name', (_, source, expected) => {
    expect(refusal(source)).toEqual(expected);
  });

  it('a byte order mark is no fault', () => {
    expect(parsed(`\uFEFF${text}`).records).toHaveLength(13);
  });
});
