import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRegisterCsv, writeRegisterJson } from '@vakthavende/core/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { demoList, seedDemoArea } from './demo-area.ts';
import { importRegisterFile } from './register-file.ts';
import { contentOf, rowsOf } from './register-rows.ts';
import { createRegisters } from './registers.ts';

const examples = join(import.meta.dirname, '../../../../reference/examples');
const by = { actor: 'test', reason: 'prøve' };

describe('a list as a file', () => {
  let db: TestDatabase;
  let other: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    [db, other] = [await cloneDatabase(), await cloneDatabase()];
    await seedDemoArea(db.pool);
    folder = await mkdtemp(join(tmpdir(), 'vakthavende-register-'));
  });
  afterAll(async () => {
    await Promise.all([db.drop(), other.drop()]);
    await rm(folder, { recursive: true, force: true });
  });
  const exported = async (from: TestDatabase, list: string, write = writeRegisterJson) => {
    const registers = createRegisters(from.pool, { freshFor: 0 });
    const register = await registers.of(list);
    const stored = (await registers.lists()).find(({ id }) => id === list);
    return write(
      { list, title: stored?.title, describes: stored?.describes, sources: stored?.sources },
      { list, ...contentOf(rowsOf(register.data)) },
    );
  };
  const file = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const entries = async (of: TestDatabase) =>
    (await of.pool.query<{ n: number }>('select count(*)::int as n from register.entry')).rows[0]?.n;

  it.each([
    ['JSON', 'demo.json', writeRegisterJson],
    ['CSV', 'demo.csv', writeRegisterCsv],
  ])('goes out as %s and in again to the letter, and a second time changes nothing', async (_, name, write) => {
    const text = await exported(db, demoList, write);
    const target = await cloneDatabase();
    const path = await file(name, text);
    expect(await importRegisterFile(target.pool, path, by)).toMatchObject({ accepted: true, result: { closed: 0 } });
    expect(await exported(target, demoList, write)).toBe(text);
    expect(await importRegisterFile(target.pool, path, by)).toMatchObject({ result: { added: 0, closed: 0 } });
    expect(await importRegisterFile(db.pool, path, by)).toMatchObject({ result: { added: 0, closed: 0 } });
    await target.drop();
  });

  it('carries what the register said before, with its times', async () => {
    const text = await exported(db, demoList);
    const path = await file('changed.json', text.replace('Bremanger legevakt', 'Bremanger nye legevakt'));
    const imported = await importRegisterFile(db.pool, path, by);
    expect(imported).toMatchObject({ accepted: true });
    const history = await exported(db, demoList);
    await importRegisterFile(other.pool, await file('history.json', history), by);
    expect(await exported(other, demoList)).toBe(history);
  });

  it('the nine examples of the reports go in and out whole', async () => {
    for (const name of await readdir(examples)) {
      if (!name.endsWith('.json')) continue;
      const imported = await importRegisterFile(db.pool, join(examples, name), by);
      expect(imported, name).toMatchObject({ accepted: true });
      if (!imported.accepted) continue;
      const once = await exported(db, imported.head.list);
      expect(await importRegisterFile(db.pool, await file(name, once), by)).toMatchObject({ result: { added: 0, closed: 0 } });
    }
  });

  it.each<[string, (text: string) => string | Uint8Array, RegExp]>([
    [
      'validity backwards',
      (text) => text.replace('"valid":{"from":"2021-01-01"}', '"valid":{"from":"2021-01-01","to":"2020-01-01"}'),
      /^Linje \d+ · .*Gyldigheten slutter før/,
    ],
    ['an unknown municipality number', (text) => text.replaceAll('"4646"', '"9946"'), /^Linje \d+ · .*Kommunenummeret finnes ikke/],
    ['an unknown field', (text) => text.replace('"equipment":', '"utstyr":'), /^Linje \d+ · .*utstyr: Feltet er ikke kjent/],
    ['a file cut short', (text) => text.slice(0, 2_000), /^Linje \d+: .*JSON/],
    ['another format', () => '{"type":"FeatureCollection","features":[]}', /ikke et register/],
    ['a spreadsheet of something else', () => 'navn;telefon\r\nA;1\r\n', /ikke et register/],
    ['an empty file', () => '', /^Linje 1/],
    ['100 MB', () => new Uint8Array(100_000_000), /for stor/],
  ])('%s is refused by line in Norwegian, and nothing is taken in', async (_, spoil, line) => {
    const before = await entries(db);
    const imported = await importRegisterFile(db.pool, await file('bad', spoil(await exported(db, demoList))), by);
    expect(imported.accepted).toBe(false);
    if (!imported.accepted) expect(imported.lines[0]).toMatch(line);
    expect(await entries(db)).toBe(before);
  });

  it('a district without a clinic is refused, whoever asks', async () => {
    const example = JSON.parse(await readFile(join(examples, '03-oppdal.json'), 'utf8')) as {
      list: string;
      clinics: object[];
      arrangements: { clinics: string[] }[];
    };
    const without = {
      ...example,
      list: 'uten-legevakt',
      clinics: [],
      arrangements: example.arrangements.map((row) => ({ ...row, clinics: [] })),
    };
    const imported = await importRegisterFile(db.pool, await file('without.json', JSON.stringify(without)), by);
    expect(imported).toMatchObject({ accepted: false });
    if (!imported.accepted) expect(imported.lines.join('\n')).toContain('Distriktet har ingen legevakt');
  });
});
