import { chmod, cp, mkdir, mkdtemp, readFile, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBinaries, placeBinaries, restoreLinks } from './embedded-postgres/binaries.ts';
import { readPostmaster } from './embedded-postgres/postmaster.ts';
import { canEnter, findServerUser } from './embedded-postgres/user.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { type Killable, startWriting } from './testing/killable.ts';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const readableByNobody = isRoot && (await canEnter(import.meta.dirname, nobody));

let dataDir: string;
let running: EmbeddedPostgres | undefined;
let writer: Killable | undefined;
let said: string[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'embedded-postgres-'));
  said = [];
});

afterEach(async () => {
  await writer?.kill();
  await running?.stop();
  // A test that failed before it took over what it killed leaves a server; start adopts or ends it.
  if (writer !== undefined && running === undefined) await (await start()).stop();
  running = undefined;
  writer = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, log: (line) => said.push(line) });
  return running;
}

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: running?.url });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

async function rows(): Promise<number> {
  const [row] = await ask<{ count: number }>('select count(*)::int as count from acknowledged');
  return row?.count ?? 0;
}

function mode(path: string): Promise<string> {
  return stat(path).then((file) => (file.mode & 0o777).toString(8));
}

describe('a first start', () => {
  it('gives a durable, checked, Norwegian database that only this machine reaches', async () => {
    const server = await start();
    const names = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'data_checksums',
      'listen_addresses',
      'max_connections',
      'shared_buffers',
    ];
    const settings = await ask<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('${names.join("','")}')`,
    );
    expect(Object.fromEntries(settings.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      listen_addresses: '127.0.0.1',
      max_connections: '60',
      shared_buffers: '16384',
    });
    expect(await ask(`select 'Ås' < 'Ærfugl' as wrong, 'Zulu' < 'Ærfugl' as right`)).toEqual([{ wrong: false, right: true }]);
    expect(server.adopted).toBe(false);
    expect(await mode(join(dataDir, 'postgres-password'))).toBe('600');
    expect(await mode(join(dataDir, 'postgres'))).toBe('700');
  });

  it('refuses who does not know the password', async () => {
    const url = new URL((await start()).url);
    url.password = 'gjettet';
    await expect(new pg.Client({ connectionString: url.href }).connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('refuses a second start in the same folder while the first lives, and lets it through afterwards', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDir, log: () => undefined })).rejects.toThrow(/kjører allerede/);
    await running?.stop();
    expect((await start()).adopted).toBe(false);
  });

  it.skipIf(!isRoot)('as root runs the server as another user', async () => {
    await start();
    const lock = await readPostmaster(await realpath(join(dataDir, 'postgres')));
    expect((await stat(`/proc/${lock?.pid}`)).uid).toBe((await findServerUser())?.uid);
  });

  it.skipIf(!isRoot)('as root, in a folder closed to others, keeps the data where the server can come', async () => {
    await chmod(dataDir, 0o700);
    const closed = join(dataDir, 'data');
    await mkdir(closed);
    running = await startEmbeddedPostgres({ dataDir: closed, log: (line) => said.push(line) });
    const link = await readlink(join(closed, 'postgres'));
    expect(said.join()).toContain(link);
    await ask('create table kept (id int)');
    await running.stop();
    running = await startEmbeddedPostgres({ dataDir: closed, log: () => undefined });
    expect(await ask('select * from kept')).toEqual([]);
    await running.stop();
    running = undefined;
    await rm(dirname(link), { recursive: true });
  });

  it.skipIf(!isRoot)('as root, installed in a folder closed to others, runs a copy of the program', async () => {
    const found = await findBinaries();
    const closed = join(dataDir, 'native');
    await mkdir(join(closed, 'bin'), { recursive: true });
    for (const folder of ['lib', 'share']) await mkdir(join(closed, folder));
    await cp(found.postgres, join(closed, 'bin/postgres'));
    await chmod(dataDir, 0o700);
    const user = await findServerUser();
    const placed = await placeBinaries(
      { ...found, postgres: join(closed, 'bin/postgres'), version: `test-${process.pid}` },
      user,
      () => undefined,
    );
    expect(placed.postgres).not.toContain(dataDir);
    expect(user !== undefined && (await canEnter(dirname(placed.postgres), user))).toBe(true);
    await rm(dirname(dirname(placed.postgres)), { recursive: true });
  });
});

describe('an ordinary user', () => {
  it.skipIf(!readableByNobody)('runs the server as itself', async () => {
    await chmod(dataDir, 0o777);
    const own = join(dataDir, 'own');
    writer = startWriting({ dataDir: own, user: nobody });
    await writer.reached(1);
    const lock = await readPostmaster(join(own, 'postgres'));
    expect((await stat(`/proc/${lock?.pid}`)).uid).toBe(nobody.uid);
    await writer.kill();
    writer = undefined;
    process.kill(lock?.pid ?? 0, 'SIGINT');
    await expect.poll(() => readPostmaster(join(own, 'postgres')), { timeout: 10_000 }).toBeUndefined();
  });
});

describe('after a kill that gave no time to stop', () => {
  it('adopts the server left behind, with every acknowledged row', async () => {
    writer = startWriting({ dataDir });
    await writer.reached(200);
    await writer.kill();
    expect((await start()).adopted).toBe(true);
    expect(await rows()).toBeGreaterThanOrEqual(writer.acknowledged());
    await running?.stop();
    expect(await readPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it('recovers when the server was killed too, with every acknowledged row', async () => {
    writer = startWriting({ dataDir });
    await writer.reached(200);
    const lock = await readPostmaster(join(dataDir, 'postgres'));
    process.kill(lock?.pid ?? 0, 'SIGKILL');
    await writer.kill();
    expect((await start()).adopted).toBe(false);
    expect(await rows()).toBeGreaterThanOrEqual(writer.acknowledged());
  });

  it('stops a server left behind that runs with other settings than ours, and starts its own', async () => {
    writer = startWriting({ dataDir, durable: false });
    await writer.reached(200);
    await writer.kill();
    expect((await start()).adopted).toBe(false);
    expect(await ask('show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await rows()).toBeGreaterThanOrEqual(writer.acknowledged());
  });
});

describe('what lies in the folder', () => {
  it('a lock of a process that is somebody else by now is set aside', async () => {
    await start();
    await running?.stop();
    const cluster = await realpath(join(dataDir, 'postgres'));
    await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n  1  1\nready   \n`);
    expect((await start()).adopted).toBe(false);
    expect(said.join()).toContain(`prosess ${process.pid}`);
  });

  it('data of another major version are left alone, with a text that says what to do', async () => {
    await start();
    await running?.stop();
    running = undefined;
    const version = join(dataDir, 'postgres/PG_VERSION');
    await writeFile(version, '17\n');
    await expect(startEmbeddedPostgres({ dataDir, log: () => undefined })).rejects.toThrow(
      /PostgreSQL 17.*PostgreSQL 18.*Ingenting er endret/s,
    );
    expect(await readFile(version, 'utf8')).toBe('17\n');
  });

  it('half a cluster, from a start that was killed, is begun again', async () => {
    await mkdir(join(dataDir, 'postgres.new'));
    await writeFile(join(dataDir, 'postgres.new/PG_VERSION'), '18\n');
    expect((await start()).adopted).toBe(false);
  });

  it('a lost password is told, not guessed', async () => {
    await start();
    await running?.stop();
    running = undefined;
    await rm(join(dataDir, 'postgres-password'));
    await expect(startEmbeddedPostgres({ dataDir, log: () => undefined })).rejects.toThrow(/Passordet til databasen mangler/);
  });
});

it('makes the links that the package makes in an install script', async () => {
  await mkdir(join(dataDir, 'native/lib'), { recursive: true });
  await writeFile(join(dataDir, 'native/lib/libx.so.60.2'), 'x');
  const links = [{ source: 'native/lib/libx.so.60.2', target: 'native/lib/libx.so.60' }];
  await writeFile(join(dataDir, 'native/pg-symlinks.json'), JSON.stringify(links));
  await Promise.all([restoreLinks(dataDir), restoreLinks(dataDir)]);
  expect(await readFile(join(dataDir, 'native/lib/libx.so.60'), 'utf8')).toBe('x');
});
