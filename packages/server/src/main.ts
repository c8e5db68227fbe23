import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instant } from '@vakthavende/core/kernel';
import { z } from 'zod';
import { type App, type AppOptions, startApp } from './app.ts';
import { demoGateway, httpGateway, loadDiagnoses } from './contact/index.ts';
import { seedDemoArea, seedDemoStaff } from './organisation/index.ts';
import { createPool, type Pool } from './platform/database.ts';
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts';
import type { ProviderOptions } from './platform/login/index.ts';
import { migrate } from './platform/migrate.ts';
import { localSecrets } from './platform/secrets.ts';
import { seedDemoDutyList } from './roster/index.ts';
import { httpExchange } from './telephony/index.ts';
import { loadPack } from './triage/index.ts';

/*
 * The one place that reads the environment. Without any of it: an embedded PostgreSQL in .data/, the demonstration's people,
 * area and evening, on one address.
 */
const Environment = z.object({
  DATABASE_URL: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  HOST: z.string().optional(),
  BASE_URL: z.url().optional(),
  /** base64 of 32 bytes. */
  VAKTHAVENDE_MASTER_KEY: z.base64().optional(),
  /** Comma between several, while one is being changed. */
  VAKTHAVENDE_EXCHANGE_KEYS: z.string().optional(),
  VAKTHAVENDE_DATA: z.string().optional(),
  VAKTHAVENDE_PACK: z.string().optional(),
  VAKTHAVENDE_DIAGNOSES: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_NAME: z.string().default('oidc'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_PRIVATE_KEY_JWK: z.string().optional(),
  OIDC_SCOPE: z.string().optional(),
  OIDC_DPOP: z.stringbool().default(false),
  OIDC_PAR: z.stringbool().default(false),
  OIDC_USERINFO: z.stringbool().default(false),
  OIDC_PROMPT: z.enum(['login', 'select_account']).optional(),
  /** JSON: claims that must have this very value, such as HelseID's security level. */
  OIDC_REQUIRED_CLAIMS: z.string().optional(),
  EXCHANGE_URL: z.url().optional(),
  EXCHANGE_KEY: z.string().optional(),
  PAGER_URL: z.url().optional(),
  PAGER_KEY: z.string().optional(),
  PAGER_CHANNEL: z.enum(['sms', 'voice']).default('sms'),
  /** Microseconds that each commit is held back: stands for a synchronous replica in benchmarks, and for nothing else. */
  VAKTHAVENDE_COMMIT_DELAY: z.coerce.number().int().min(1).max(100_000).optional(),
  NODE_ENV: z.string().optional(),
});
type Environment = z.output<typeof Environment>;

const usualPort = 3117;
const root = join(import.meta.dirname, '../../..');

const { values: flags } = parseArgs({
  options: { quiet: { type: 'boolean', default: false }, port: { type: 'string' }, speed: { type: 'string', default: '10' } },
});
await run(Environment.parse(process.env)).catch((error: unknown) => {
  // What a person can mend says so in Norwegian; its cause is for the one who mends.
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n${error instanceof Error && error.cause ? `${error.cause}\n` : ''}`,
  );
  process.exit(1);
});

async function run(env: Environment): Promise<void> {
  const production = env.NODE_ENV === 'production';
  const demo = env.OIDC_ISSUER === undefined;
  // Before anything is written anywhere.
  if (production && demo) missing('OIDC_ISSUER');
  const stops: (() => Promise<unknown>)[] = [];
  stopOnSignals(stops);
  const dataDir = env.VAKTHAVENDE_DATA ?? join(root, '.data');
  const url = env.DATABASE_URL ?? (await embedded(dataDir, stops));
  const pool = createPool(url, env.VAKTHAVENDE_COMMIT_DELAY === undefined ? {} : { commitDelay: env.VAKTHAVENDE_COMMIT_DELAY });
  stops.unshift(() => pool.end());
  await migrate(pool);

  const secrets = production ? undefined : await localSecrets(join(dataDir, 'secrets.json'));
  const exchangeKeys = (env.VAKTHAVENDE_EXCHANGE_KEYS ?? secrets?.exchangeKey ?? '').split(',').filter(Boolean);
  if (demo) await seedDemo(pool);
  const app = await listen({
    pool,
    masterKey: Buffer.from(env.VAKTHAVENDE_MASTER_KEY ?? secrets?.masterKey ?? missing('VAKTHAVENDE_MASTER_KEY'), 'base64'),
    exchangeKeys: exchangeKeys.length > 0 ? exchangeKeys : missing('VAKTHAVENDE_EXCHANGE_KEYS'),
    pack: await loadPack(env.VAKTHAVENDE_PACK),
    diagnoses: await loadDiagnoses(env.VAKTHAVENDE_DIAGNOSES),
    gateway: gatewayOf(env, demo),
    exchange: exchangeOf(env, demo),
    login: demo ? 'demo' : providerOf(env),
    baseUrl: env.BASE_URL,
    host: env.HOST,
    port: portOf(env),
    log: (line) => process.stderr.write(line),
  });
  stops.unshift(() => app.close());
  process.stdout.write(`\nVakthavende er klar: ${app.url}\n${demo ? 'Demonstrasjon: oppdiktede personer. Avslutt med Ctrl+C.\n' : ''}`);
  if (demo && !flags.quiet) stops.unshift(playEvening(app, exchangeKeys));
}

async function embedded(dataDir: string, stops: (() => Promise<unknown>)[]): Promise<string> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  stops.unshift(() => server.stop());
  return server.url;
}

async function seedDemo(pool: Pool): Promise<void> {
  await seedDemoArea(pool);
  await seedDemoStaff(pool);
  await seedDemoDutyList(pool, instant(Date.now()));
}

/** The usual port, or a free one when somebody has it and nobody asked for that very one. */
async function listen(options: AppOptions): Promise<App> {
  try {
    return await startApp(options);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || flags.port !== undefined) throw error;
    return startApp({ ...options, port: 0 });
  }
}

function portOf(env: Environment): number {
  return flags.port === undefined ? (env.PORT ?? usualPort) : Number(flags.port);
}

function gatewayOf(env: Environment, demo: boolean) {
  if (env.PAGER_URL !== undefined)
    return httpGateway({ url: env.PAGER_URL, key: env.PAGER_KEY ?? missing('PAGER_KEY'), channel: env.PAGER_CHANNEL });
  return demo ? demoGateway : missing('PAGER_URL');
}

/** Without an address of its own, the exchange in production is asked for nothing: operators answer at its own client. */
function exchangeOf(env: Environment, demo: boolean) {
  if (env.EXCHANGE_URL !== undefined) return httpExchange({ url: env.EXCHANGE_URL, key: env.EXCHANGE_KEY ?? missing('EXCHANGE_KEY') });
  return demo ? ('demo' as const) : undefined;
}

function providerOf(env: Environment): ProviderOptions {
  const credentials =
    env.OIDC_PRIVATE_KEY_JWK === undefined
      ? { secret: env.OIDC_CLIENT_SECRET ?? missing('OIDC_CLIENT_SECRET') }
      : { privateKeyJwk: JSON.parse(env.OIDC_PRIVATE_KEY_JWK) };
  return {
    name: env.OIDC_NAME,
    issuer: env.OIDC_ISSUER ?? missing('OIDC_ISSUER'),
    clientId: env.OIDC_CLIENT_ID ?? missing('OIDC_CLIENT_ID'),
    credentials,
    ...(env.OIDC_SCOPE === undefined ? {} : { scope: env.OIDC_SCOPE }),
    pushedRequests: env.OIDC_PAR,
    dpop: env.OIDC_DPOP,
    userinfo: env.OIDC_USERINFO,
    ...(env.OIDC_PROMPT === undefined ? {} : { prompt: env.OIDC_PROMPT }),
    ...(env.OIDC_REQUIRED_CLAIMS === undefined
      ? {}
      : { requiredClaims: z.record(z.string(), z.string()).parse(JSON.parse(env.OIDC_REQUIRED_CLAIMS)) }),
  };
}

function missing(name: string): never {
  process.stderr.write(`Miljøvariabelen ${name} mangler (docs/how-to/run-in-production.md).\n`);
  process.exit(1);
}

/** Callers and staff of an ordinary evening, as a process of its own that knows no more than anybody: the address and the exchange's key. */
function playEvening(app: App, exchangeKeys: readonly string[]): () => Promise<void> {
  const driver = spawn(process.execPath, [join(root, 'packages/driver/src/evening.ts'), '--speed', flags.speed], {
    env: { ...process.env, VAKTHAVENDE_URL: app.url, VAKTHAVENDE_EXCHANGE_KEY: exchangeKeys[0] },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(driver, 'exit');
  return async () => {
    driver.kill();
    await ended;
  };
}

/** Ctrl+C, a polite kill, or the parent gone: what was started last stops first. A second signal does not wait. */
function stopOnSignals(stops: readonly (() => Promise<unknown>)[]): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    for (const each of stops) await each().catch(() => undefined);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());
}
