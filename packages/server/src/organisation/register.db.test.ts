import { randomUUID } from 'node:crypto';
import { organisationRefusals } from '@vakthavende/contract/organisation';
import { type Instant, instant } from '@vakthavende/core/kernel';
import type { Staff } from '@vakthavende/core/organisation';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemHandler } from '../platform/problems.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { seedDemoArea } from './demo-area.ts';
import { createRegisters } from './registers.ts';
import { organisationRoutes } from './routes.ts';

const editor: Staff = { staffId: 'norunn', name: 'Norunn', assignments: [{ role: 'nationalEditor', unit: 'national' }] };
const manager: Staff = { staffId: 'leif', name: 'Leif', assignments: [{ role: 'manager', unit: 'lv-forde' }] };
const operator: Staff = { staffId: 'oda', name: 'Oda', assignments: [{ role: 'operator', unit: 'lvs-forde' }] };

/** Any JSON: what is expected of it stands in each test. */
type Body = ReturnType<typeof JSON.parse>;

const noon = (day: string) => Date.parse(`${day}T12:00:00+01:00`);

/** Own GPs by day for Askvoll, as a person would enter it. */
const ownGp = (fields: object = {}) => ({
  id: 'askvoll-fastlege',
  name: 'Fastlegene i Askvoll',
  kind: 'ownGp',
  places: ['4645'],
  partners: [],
  clinics: [],
  phones: [],
  notes: [],
  valid: { from: '2026-01-01' },
  source: 'Kommunen, ved legevaktleder',
  opening: { pattern: { kind: 'weekly', windows: [{ from: 480, to: 930 }] }, holidays: 'closed', exceptions: [] },
  ...fields,
});

describe('the register over time', () => {
  let db: TestDatabase;
  let app: FastifyInstance;
  let who: Staff | undefined = editor;
  let clock: Instant = instant(noon('2026-11-23'));
  beforeAll(async () => {
    db = await cloneDatabase();
    await seedDemoArea(db.pool);
    app = Fastify();
    app.setErrorHandler(problemHandler(organisationRefusals));
    const registers = createRegisters(db.pool, { freshFor: 0 });
    organisationRoutes(app, { pool: db.pool, registers, authenticate: async () => who, now: () => clock, demo: true });
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await db.drop();
  });

  const get = async (url: string, as: Staff | undefined = editor) => {
    who = as;
    const answer = await app.inject({ method: 'GET', url });
    return { status: answer.statusCode, body: answer.json() as Body };
  };
  const post = async (url: string, body: object, as: Staff | undefined = editor) => {
    who = as;
    const answer = await app.inject({ method: 'POST', url, payload: body, headers: { 'x-vakthavende': '1' } });
    return { status: answer.statusCode, body: answer.json() as Body };
  };
  const edit = (change: object, expectedVersion = 0, as: Staff = editor, commandId = randomUUID()) =>
    post('/api/organisation/edits', { commandId, expectedVersion, reason: 'Meldt av kommunen', change }, as);
  const served = async (at: string, more = '') =>
    (await get(`/api/organisation/served-by?place=4645&at=${encodeURIComponent(at)}${more}`)).body;

  it('tells what a change would mean before it is made', async () => {
    const change = { type: 'add', what: { kind: 'arrangements', row: ownGp() } };
    const { status, body } = await post('/api/organisation/preview', { change });
    expect(status).toBe(200);
    // Four Mondays of 450 minutes are filled.
    expect(body.minutes.wasGap - body.minutes.gap).toBe(4 * 450);
    expect(body.overlaps).toEqual([]);
    expect(await served('2026-11-23T12:00:00+01:00')).toMatchObject({ kind: 'gap' });
  });

  it('is changed with who, when and why; what it said before can still be asked', async () => {
    const added = await edit({ type: 'add', what: { kind: 'arrangements', row: ownGp() } });
    expect(added).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await served('2026-11-23T12:00:00+01:00')).toMatchObject({ kind: 'ownGp', services: [{ id: 'askvoll-fastlege' }] });
    const before = new Date(clock - 1).toISOString();
    expect(await served('2026-11-23T12:00:00+01:00', `&asKnownAt=${before}`)).toMatchObject({ kind: 'gap' });
    const { body } = await get('/api/organisation/history?kind=arrangements&id=askvoll-fastlege');
    expect(body).toMatchObject({
      version: 1,
      edits: [{ type: 'add', actor: 'norunn', reason: 'Meldt av kommunen' }],
      rows: [{ what: { kind: 'arrangements' } }],
    });
  });

  it('a repeat of a command gets the first answer; the same command with other content is refused', async () => {
    const commandId = randomUUID();
    const change = {
      type: 'add',
      what: { kind: 'emcs', row: { id: 'emc-bergen', name: 'AMK Bergen', valid: { from: '2020-01-01' }, source: 'test' } },
    };
    const first = await edit(change, 0, editor, commandId);
    expect(await edit(change, 0, editor, commandId)).toEqual(first);
    const other = { ...change, what: { ...change.what, row: { ...change.what.row, name: 'AMK Annen' } } };
    expect(await edit(other, 0, editor, commandId)).toMatchObject({ status: 409, body: { code: 'command-reused' } });
  });

  it('of two who change the same thing, the second is told', async () => {
    clock = instant(clock + 60_000);
    const change = (name: string) => ({
      type: 'change',
      what: { kind: 'arrangements', row: ownGp({ name, valid: { from: '2026-12-01' } }) },
    });
    expect(await edit(change('Fastlegene'), 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await edit(change('Legene'), 1)).toMatchObject({ status: 409, body: { code: 'register-changed' } });
    const { body } = await get('/api/organisation/history?kind=arrangements&id=askvoll-fastlege');
    // The first row was closed and cut in two: until 1 December, and from it.
    expect(body.rows.map((row: Body) => [row.what.row.valid.from, row.what.row.valid.to, row.known.to === undefined])).toEqual([
      ['2026-01-01', undefined, false],
      ['2026-01-01', '2026-12-01', true],
      ['2026-12-01', undefined, true],
    ]);
  });

  it('compares two dates, and ends what ends', async () => {
    clock = instant(clock + 60_000);
    expect(await edit({ type: 'end', kind: 'arrangements', id: 'askvoll-fastlege', from: '2027-01-01' }, 2)).toMatchObject({ status: 200 });
    const { body } = await get('/api/organisation/changes?from=2026-11-01&to=2026-12-15');
    expect(body.rows).toContainEqual({
      kind: 'arrangements',
      id: 'askvoll-fastlege',
      name: 'Fastlegene',
      change: 'changed',
      fields: ['name'],
    });
    expect((await get('/api/organisation/changes?from=2026-12-15&to=2027-01-01')).body.rows).toContainEqual(
      expect.objectContaining({ id: 'askvoll-fastlege', change: 'ended' }),
    );
  });

  it.each<[string, object, string]>([
    ['a number that is no municipality', ownGp({ id: 'x1', places: ['9999'] }), 'municipality-unknown'],
    ['validity backwards', ownGp({ id: 'x2', valid: { from: '2026-02-01', to: '2026-01-01' } }), 'validity-backwards'],
    [
      'overlapping windows',
      ownGp({
        id: 'x3',
        opening: {
          pattern: {
            kind: 'weekly',
            windows: [
              { from: 0, to: 600 },
              { from: 540, to: 700 },
            ],
          },
          holidays: 'closed',
          exceptions: [],
        },
      }),
      'pattern-windows-overlap',
    ],
    ['a clinic that is not there', ownGp({ id: 'x4', clinics: ['lv-ingen'] }), 'clinic-unknown'],
    ['no place', ownGp({ id: 'x5', places: [] }), 'places-missing'],
  ])('%s is refused in Norwegian, and nothing is written', async (_, row, problem) => {
    const { rows: before } = await db.pool.query('select count(*)::int as n from register.entry');
    const { status, body } = await edit({ type: 'add', what: { kind: 'arrangements', row } });
    expect({ status, problem: body.problem }).toEqual({ status: 422, problem });
    expect(body.detail).toMatch(/\.|\)$/);
    expect((await db.pool.query('select count(*)::int as n from register.entry')).rows).toEqual(before);
  });

  it('is edited by those who lead the unit, and read by the others', async () => {
    const row = ownGp({ id: 'hyllestad-dag', kind: 'duty', places: ['4637'], clinics: ['sat-hyllestad'] });
    const add = { type: 'add', what: { kind: 'arrangements', row } };
    expect((await edit(add, 0, operator)).status).toBe(403);
    expect((await edit(add, 0, manager)).status).toBe(403);
    const own = { ...add, what: { kind: 'arrangements', row: { ...row, clinics: ['lv-forde'] } } };
    expect((await edit(own, 0, manager)).status).toBe(200);
    who = undefined;
    expect((await app.inject({ method: 'GET', url: '/api/organisation/map' })).statusCode).toBe(401);
  });

  it('draws the map, the coverage, the week, the forms and the tables', async () => {
    const map = await get('/api/organisation/map?at=2026-11-23T20:00:00%2B01:00');
    expect(map.body.rows).toContainEqual(expect.objectContaining({ place: '4647', kind: 'served', arrangement: 'sys-ikl' }));
    expect(map.body.rows.length).toBeGreaterThan(357);
    const span = 'from=2026-11-23T00:00:00%2B01:00&to=2026-11-30T00:00:00%2B01:00';
    const one = await get(`/api/organisation/coverage?place=4647&${span}`);
    expect(one.body.places).toEqual([
      { place: '4647', name: 'Sunnfjord', gapMinutes: 5 * 450, overlapMinutes: expect.any(Number), hoursUnknown: false },
    ]);
    expect((await get(`/api/organisation/coverage?${span}&limit=5`)).body).toMatchObject({ more: true, gaps: { length: 5 } });
    expect((await get('/api/organisation/coverage?from=2026-01-01T00:00:00Z&to=2029-01-01T00:00:00Z')).body).toMatchObject({
      code: 'span-too-long',
    });
    const week = await get('/api/organisation/week?place=4646&on=2026-11-25');
    expect(week.body.week.spans[0]).toMatchObject({ from: Date.parse('2026-11-23T00:00:00+01:00'), kind: 'served' });
    expect((await get('/api/organisation/forms')).body.rows).toHaveLength(357);
    expect((await get('/api/organisation/tables')).body.tables.map((table: Body) => table.id)).toEqual([
      '3.1',
      '3.2',
      '3.3',
      '3.4',
      '3.5',
      '3.6',
    ]);
    expect((await get('/api/organisation/municipalities?on=2021-06-01')).body.rows).toHaveLength(356);
    expect((await get('/api/organisation/register-findings')).body.counts).toContainEqual(
      expect.objectContaining({ code: 'place-unlisted' }),
    );
    expect((await get('/api/organisation/lists')).body.rows[0]).toMatchObject({ id: 'demo-2021', live: true });
    expect((await get('/api/organisation/register')).body.rows.clinics).toHaveLength(9);
    expect((await get('/api/organisation/locate?latitude=61.45&longitude=5.85')).body).toMatchObject({ place: '4647', exact: false });
  });

  it('is exported as FHIR R4 with whole addresses and Norwegian identifiers', async () => {
    const { status, body } = await get('/api/organisation/export?format=fhir&on=2026-11-23');
    expect([status, body.resourceType, body.type]).toEqual([200, 'Bundle', 'collection']);
    const entries: readonly { readonly fullUrl: string; readonly resource: { readonly resourceType: string } }[] = body.entry;
    expect(entries.every(({ fullUrl }) => /^https?:\/\/[^/]+\/fhir\/[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(fullUrl))).toBe(true);
    const kinds = new Set(entries.map(({ resource }) => resource.resourceType));
    for (const kind of ['Organization', 'Location', 'HealthcareService']) expect(kinds).toContain(kind);
    expect(JSON.stringify(body)).toContain('urn:oid:2.16.578.1.12.4.1.1.3402');
  });

  it('keeps districts with members over time, found by a member’s name', async () => {
    const row = {
      id: 'sys',
      name: 'SYS IKL',
      members: [
        { place: '4645', from: '2021-01-01' },
        { place: '4647', from: '2021-01-01', to: '2026-01-01' },
      ],
      valid: { from: '2021-01-01' },
      source: 'test',
      legalForm: 'iksOrAs',
    };
    expect((await edit({ type: 'add', what: { kind: 'districts', row } })).body).toMatchObject({
      remarks: [{ code: 'district-without-clinic', severity: 'check' }],
    });
    expect((await get('/api/organisation/districts?q=askv')).body.rows).toMatchObject([{ id: 'sys', members: 1 }]);
    expect((await get('/api/organisation/districts/sys?on=2025-06-01')).body).toMatchObject({
      members: { length: 2 },
      week: { length: 2 },
    });
    expect((await get('/api/organisation/districts/ingen')).status).toBe(404);
  });

  it('nothing can be deleted or rewritten, not even in the database', async () => {
    await expect(db.pool.query('delete from register.entry')).rejects.toThrow(/keeps what it said/);
    await expect(db.pool.query(`update register.entry set source = 'annet'`)).rejects.toThrow(/keeps what it said/);
    await expect(db.pool.query('update register.edit set reason = actor')).rejects.toThrow(/append only/);
    await expect(
      db.pool.query(
        `insert into register.entry (list, kind, id, valid_from, known_from, source, added_by)
         select list, kind, id, valid_from, known_from + interval '1 second', source, added_by from register.entry where known_to is null and kind = 'clinics' limit 1`,
      ),
    ).rejects.toThrow(/entry_one_truth/);
  });

  describe('the public page', () => {
    const page = async (url: string) => {
      who = undefined;
      const answer = await app.inject({ method: 'GET', url });
      return { status: answer.statusCode, text: answer.body, headers: answer.headers };
    };

    it('goes from a word to a confirmed place to the legevakt, without script and without login', async () => {
      const first = await page('/her');
      expect(first.text.indexOf('tel:113')).toBeLessThan(first.text.indexOf('tel:116117'));
      const search = await page('/her?q=askv');
      expect(search.text).toContain('/her?sted=4645&#38;sprak=nb');
      const confirm = await page('/her?sted=4645');
      expect(confirm.text).toContain('Er du i Askvoll?');
      const night = await page('/her?sted=4645&ja=1&tid=2026-11-23T20:00');
      expect(night.text).toContain('Ytre Sogn og Sunnfjord legevakt');
      expect(night.text).toContain('tel:57111413');
      expect(night.headers['cache-control']).toBe('public, max-age=60');
      expect(night.headers['set-cookie']).toBeUndefined();
    });

    it('asks which part where a municipality is divided', async () => {
      expect((await page('/her?sted=4602')).text).toContain('/her?sted=4602-vagsoy&#38;ja=1&#38;sprak=nb');
    });

    it('says one’s own GP first in the daytime, then 116117', async () => {
      const { text } = await page('/her?sted=4645&ja=1&tid=2026-11-23T12:00');
      expect(text.indexOf('Ring fastlegen din først')).toBeGreaterThan(0);
      expect(text.indexOf('Ring fastlegen din først')).toBeLessThan(text.indexOf('tel:116117'));
    });

    it.each([
      ['nb', 'Legevakten din nå'],
      ['nn', 'Legevakta di no'],
      ['en', 'Your emergency doctor now'],
      ['se', 'Du doavttervákta dál'],
    ])('speaks %s', async (language, title) => {
      const { text } = await page(`/her?sprak=${language}`);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text).toContain(title);
    });

    it('escapes what was written, and answers what makes no sense with the first step', async () => {
      const { text } = await page(`/her?q=${encodeURIComponent('<script>alert(1)</script>')}`);
      expect(text).not.toContain('<script>alert');
      for (const url of ['/her?sted=9999', '/her?sprak=xx', '/her?tid=i%20morgen', '/her?sted=0301&ja=1&tid=9999-99-99T99:99'])
        expect((await page(url)).status).toBe(200);
    });

    it('takes a position in the body and answers with the place to confirm, never with the position', async () => {
      who = undefined;
      const send = (posisjon: string) =>
        app.inject({
          method: 'POST',
          url: '/her/posisjon',
          payload: new URLSearchParams({ posisjon, sprak: 'en' }).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
      const answer = await send('61.4520,5.8500');
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/her?sted=4647&omtrent=1&sprak=en']);
      expect((await send('tull')).headers.location).toBe('/her');
    });

    it('is data too, for whoever builds something of their own', async () => {
      expect((await page('/api/her/steder?q=askv')).text).toContain('"name":"Askvoll"');
      const { text, headers } = await page('/api/her?place=4645&at=2026-11-23T20:00:00%2B01:00');
      expect(headers['cache-control']).toBe('public, max-age=60');
      expect(JSON.parse(text)).toMatchObject({
        kind: 'service',
        emergencyNumber: '113',
        localNumber: '57111413',
        demo: true,
        changesAt: Date.parse('2026-11-24T08:00:00+01:00'),
      });
      expect((await page('/api/her?place=9999')).status).toBe(404);
    });
  });
});
