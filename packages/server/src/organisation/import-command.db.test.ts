import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';

const command = join(import.meta.dirname, 'import-helsenorge.ts');
const example = join(import.meta.dirname, '../../../../reference/helsenorge-format/example.json');

describe('the import command', () => {
  let db: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    db = await cloneDatabase();
    folder = await mkdtemp(join(tmpdir(), 'vakthavende-import-'));
  });
  afterAll(async () => {
    await db.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; said: string }>((resolve) => {
      const env = { ...process.env, DATABASE_URL: db.url, INIT_CWD: folder };
      const child = execFile(process.execPath, [command, ...args], { env }, (_, out, said) =>
        resolve({ code: child.exitCode ?? -1, out, said }),
      );
    });

  it('prints the report record by record, writes it for a spreadsheet, and ends with the counts', async () => {
    const { code, out, said } = await run(example, '--report', 'funn.csv');
    expect([code, said]).toEqual([0, '']);
    expect(out).toContain('Post 4 · FJELLDAL LEGEVAKT\n');
    expect(out).toContain(
      'Kommune 9903 · kontroller · Ingen tjeneste har åpent for kommunen i en del av uken. (2250 minutter i uken; post 3)',
    );
    expect(out).toMatch(/13 poster lest, 13 tatt inn, \d+ funn:\n/);
    expect(out).toContain('Listen er tatt i bruk.');
    expect(await readFile(join(folder, 'funn.csv'), 'utf8')).toMatch(/^\uFEFF"post";"tjeneste";/);
    expect((await run(example, '--brief')).out).toContain('ingenting er endret');
  });

  it.each([
    [['mangler.json'], 'Fant ikke filen.'],
    [['.'], 'Stien er en mappe'],
    [[], 'Bruk: npm run import:helsenorge'],
    [['a', 'b'], 'Bruk: npm run import:helsenorge'],
    [['a', '--ukjent'], 'Bruk: npm run import:helsenorge'],
    [[command], 'Filen kunne ikke leses som JSON'],
  ])('%j is refused in Norwegian', async (args, text) => {
    const { code, out, said } = await run(...args);
    expect(said).toContain(text);
    expect([code, out]).toEqual([1, '']);
  });
});
