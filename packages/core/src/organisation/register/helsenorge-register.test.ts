import { describe, expect, it } from 'vitest';
import { instant, localDate, osloInstant } from '../../kernel/index.ts';
import { parseHelsenorge } from '../helsenorge.ts';
import { acceptRegister } from './check.ts';
import { compileRegister } from './compile.ts';
import { fhirBundle } from './fhir.ts';
import { carriedNumbers, helsenorgeRegister } from './helsenorge-register.ts';
import { servedBy } from './served-by.ts';
import { norway } from './testing/norway.ts';
import { weekTotals, weekTotalsCsv } from './week-totals.ts';

const record = (name: string, hours: string | null, places: string | null, rest: Record<string, unknown> = {}) => ({
  HealthServiceDisplayName: name,
  HealthServiceLatitude: 61.4,
  HealthServiceLongitude: 5.8,
  VisitAddressPostName: 'FØRDE',
  VisitAddressPostNr: '6800',
  VisitAddressStreet: 'Gata 1',
  HealthServiceWeb: 'http://example.no',
  OpeningHours: hours,
  OpeningHoursComment: null,
  HealthServicePhone: '57111413',
  AppliesToCountyCodes: '14',
  AppliesToMunicipalityCodes: places,
  ...rest,
});
const parsed = parseHelsenorge(
  JSON.stringify([
    record('Førde', '0-10080', '1432 1418', { OpeningHoursComment: 'Kveld: ring 57822300' }),
    record('Dag', '480-960', '1418'),
    record('Uten tid', null, '1401'),
    record('Svalbard', '0-10080', '2111 1902'),
    record('Dobbelt', '0-600,540-700', '0301'),
    record('Mosvik', '0-10080', '1723 1729'),
  ]),
);
if (!parsed.accepted) throw new Error('the list');
const terms = { geography: norway, list: 'hn', valid: { from: localDate('2013-01-01') }, known: { from: instant(0) } };
const rows = helsenorgeRegister(parsed.list, terms);
const register = compileRegister(rows);

describe('the national list as a register', () => {
  it('is told of what is wrong: Svalbard is no municipality', () => {
    expect(acceptRegister(rows)).toMatchObject({
      accepted: false,
      refusals: [{ code: 'municipality-unknown', id: 'hn-svalbard', value: '2111' }],
    });
  });

  it('keeps each field: name, hours, phone, web, address, position, comment', () => {
    expect(rows.arrangements[0]).toMatchObject({
      id: 'hn-forde',
      name: 'Førde',
      phones: ['57111413'],
      web: 'http://example.no',
      comment: 'Kveld: ring 57822300',
      clinics: ['hn-forde'],
      source: 'helsenorge-2013, post 1',
    });
    expect(rows.clinics[0]).toMatchObject({ address: 'Gata 1, 6800 FØRDE', position: { latitude: 61.4, longitude: 5.8 } });
  });

  it('shows what stands only in the comment as notes to resolve', () => {
    expect(rows.arrangements[0]?.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['comment-outside-hours', 'comment-other-phone']),
    );
  });

  it('says nothing of hours that the list does not give', () => {
    expect(rows.arrangements[2]?.opening.pattern).toEqual({ kind: 'unknown' });
    expect(servedBy(register, '1401', osloInstant(localDate('2014-05-05'), 0))).toMatchObject({
      kind: 'gap',
      reason: { code: 'hours-unknown' },
    });
  });

  it('unites windows that overlap, since the same hour twice is one hour', () => {
    expect(rows.arrangements[4]?.opening.pattern).toEqual({ kind: 'weekly', windows: [{ from: 0, to: 700 }] });
  });

  it('names a number that is no municipality, and keeps the rest of its record', () => {
    expect(rows.arrangements[3]?.places).toEqual(['2111', '1902']);
    expect(servedBy(register, '2111', osloInstant(localDate('2014-05-05'), 0)).kind).toBe('served');
    expect(rows.arrangements[3]?.notes).toContainEqual({ code: 'place-not-carried', text: '2111' });
  });

  it('follows numbers that were given up before the list: Mosvik and Inderøy are Inderøy', () => {
    expect(rows.arrangements[5]?.places).toEqual(['1756']);
  });

  it('answers today for what was Balestrand, by today’s numbers and by the old', () => {
    const at = osloInstant(localDate('2026-05-04'), 600);
    for (const place of ['4640-balestrand', '1418']) expect(servedBy(register, place, at)).toMatchObject({ kind: 'served', overlap: true });
    expect(servedBy(register, '4647', at)).toMatchObject({ kind: 'gap' });
    expect(servedBy(register, '4647-forde', at)).toMatchObject({ kind: 'served', overlap: false });
  });

  it('tells where each number has gone', () => {
    const told = carriedNumbers(parsed.list, norway, localDate('2024-01-01')).map(
      ({ record: of, number, places, why }) => `${of} ${number} ${places.join()} ${why}`,
    );
    expect(told).toEqual([
      '1 1432 4647-forde part',
      '1 1418 4640-balestrand part',
      '2 1418 4640-balestrand part',
      '3 1401 4602-flora part',
      '4 2111  unknown-number',
      '4 1902 5501 renumbered',
      '5 0301 0301 same',
      '6 1723 5053 renumbered',
      '6 1729 5053 renumbered',
    ]);
  });
});

describe('the week added up', () => {
  const totals = weekTotals(register.now, ['1432', '1418', '1401', '9999'], localDate('2013-01-01'));

  it('counts municipalities and minutes', () => {
    expect(totals).toMatchObject({ places: 4, alwaysCovered: 2, withGap: 2, withOverlap: 1, gapMinutes: 20_160, overlapMinutes: 480 });
  });

  it('has a line a municipality', () => {
    expect(weekTotalsCsv(totals).split('\r\n')).toEqual([
      'kommune;i listen;minutter dekket;minutter uten dekning;minutter med overlapp',
      '1432;ja;10080;0;0',
      '1418;ja;10080;0;480',
      '1401;ja;0;10080;0',
      '9999;nei;0;10080;0',
      '',
    ]);
  });
});

describe('FHIR R4', () => {
  const bundle = fhirBundle(register.now, { date: localDate('2013-05-05'), now: instant(0), baseUrl: 'https://example.org/fhir' });
  const resources = bundle.entry.map(({ resource }) => resource);

  it('has every reference inside the bundle, ids once and as FHIR wants them', () => {
    const ids = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`));
    expect(ids.size).toBe(resources.length);
    for (const { id } of resources) expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(references.filter((reference) => reference === undefined || !ids.has(reference))).toEqual([]);
  });

  it('writes municipality numbers and the service type with the Norwegian systems', () => {
    const service = resources.find(({ resourceType }) => resourceType === 'HealthcareService');
    expect(service).toMatchObject({ type: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.8663', code: 'KA02' }] }] });
    const organisation = resources.find(({ id }) => id === 'm.0301');
    expect(JSON.stringify(organisation)).toContain('urn:oid:2.16.578.1.12.4.1.1.3402');
  });

  it('writes hours by weekday, an unknown opening in words', () => {
    const of = (id: string) => resources.find((resource) => resource.id === `s.${id}`);
    expect(of('hn-dag')).toMatchObject({
      availableTime: [{ daysOfWeek: ['mon'], availableStartTime: '08:00:00', availableEndTime: '16:00:00' }],
    });
    expect(of('hn-uten-tid')).toMatchObject({ availabilityExceptions: 'Åpningstiden er ikke kjent' });
    expect(of('hn-uten-tid')).not.toHaveProperty('availableTime');
  });
});
