import { contactRefusals } from '@vakthavende/contract/contact';
import type { Route } from '@vakthavende/contract/kernel';
import { organisationRefusals } from '@vakthavende/contract/organisation';
import { rosterRefusals } from '@vakthavende/contract/roster';
import { statisticsRefusals } from '@vakthavende/contract/statistics';
import { telephonyRefusals } from '@vakthavende/contract/telephony';
import type { Contact, ContactEvent, DiagnosisList } from '@vakthavende/core/contact';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { clinicsOfSameDuty, indexRegister, type Register, type Staff, servedBy, unitsWith } from '@vakthavende/core/organisation';
import { type CallEvent, type CallState, unrouted } from '@vakthavende/core/telephony';
import type { Pack } from '@vakthavende/core/triage';
import fastify, { LogController } from 'fastify';
import { contactKind, contactRoutes, type PagerGateway, pagerRoutes, pagesIn, startPager } from './contact/index.ts';
import {
  createRegisters,
  demoPeople,
  organisationRoutes,
  readStaff,
  sessionRoutes,
  staffDirectory,
  unitRows,
} from './organisation/index.ts';
import type { Pool } from './platform/database.ts';
import { Feed } from './platform/feed.ts';
import { feedRoutes } from './platform/feed-routes.ts';
import { healthRoutes } from './platform/health.ts';
import { Journal } from './platform/journal.ts';
import { createDemoProvider, createLogin, type ProviderOptions } from './platform/login/index.ts';
import { openApi } from './platform/openapi.ts';
import { problemHandler, Refused } from './platform/problems.ts';
import { createSealer } from './platform/seal.ts';
import { securityHeaders } from './platform/security-headers.ts';
import { staffNames } from './platform/staff-names.ts';
import { webApp } from './platform/web-app.ts';
import { onDutyAt, rosterRoutes } from './roster/index.ts';
import { callFactProjections, contactFactProjections, startSettling, statisticsRoutes } from './statistics/index.ts';
import { callKind, demoExchange, type ExchangeGateway, receiveEvents, telephonyRoutes } from './telephony/index.ts';
import { triageRoutes } from './triage/index.ts';

export interface AppOptions {
  readonly pool: Pool;
  /** 32 bytes; not in the database. */
  readonly masterKey: Buffer;
  readonly exchangeKeys: readonly string[];
  readonly pack: Pack;
  readonly diagnoses: DiagnosisList;
  readonly gateway: PagerGateway;
  /** Who connects operators and callers; none where that happens at the exchange's own client. */
  readonly exchange?: 'demo' | ExchangeGateway | undefined;
  /** The demonstration's own people and provider, or the operator's. */
  readonly login: 'demo' | ProviderOptions;
  /** The address that browsers use; known only when the server listens, unless the operator says it. */
  readonly baseUrl?: string | undefined;
  readonly port: number;
  /** 127.0.0.1 unless the operator puts a proxy in front. */
  readonly host?: string | undefined;
  readonly clock?: () => Instant;
  readonly log?: (line: string) => void;
}

export interface App {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Larger than any text that is accepted, so that a text too long is refused by its field's name. */
const bodyLimit = 2_500_000;

/** Puts the parts together and listens. Any number of these may share one database. */
export async function startApp(options: AppOptions): Promise<App> {
  const { pool, clock = () => instant(Date.now()) } = options;
  const log = options.log ?? (() => undefined);
  const app = fastify({
    bodyLimit,
    logger: { level: 'warn', stream: { write: log } },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    // An address that cannot be read at all is refused in our words too.
    frameworkErrors: (error, request, reply) => void toProblem(error, request, reply),
    trustProxy: options.baseUrl !== undefined,
  });
  let listening = options.baseUrl;
  const baseUrl = () => listening ?? '';
  const demo = options.login === 'demo';

  const sealer = createSealer(options.masterKey);
  const calls = new Journal<CallState, CallEvent>(callKind(callFactProjections), pool, sealer);
  const contacts = new Journal<Contact, ContactEvent>(contactKind(contactFactProjections), pool, sealer);
  const registers = createRegisters(pool);
  // An installation that has not loaded its list yet has no units and no places; people can log in and load it.
  const live = () => registers.live().catch((error: unknown) => (error instanceof Refused ? noRegister : Promise.reject(error)));
  const feed = new Feed(pool);
  const provider = options.login === 'demo' ? createDemoProvider({ baseUrl, people: demoPeople }) : undefined;
  const login = createLogin({
    pool,
    baseUrl,
    provider: () => (options.login === 'demo' ? (provider?.options() ?? notComposed()) : options.login),
    directory: staffDirectory(pool, { hashNationalId: (id) => sealer.hash('nationalId', id) }),
  });
  const names = staffNames(pool);
  const unitNames = async (): Promise<ReadonlyMap<string, string>> => {
    const register = await live();
    return new Map(
      [...register.callCentres, ...register.clinics, ...register.emcs, ...register.arrangements].map(({ id, name }) => [id, name]),
    );
  };
  const shared = { pool, sealer, clock, calls, contacts, names, authenticate: login.authenticate };

  app.setErrorHandler(toProblem);
  app.addHook('onSend', securityHeaders(demo));
  const served: Route[] = [];
  app.addHook('onRoute', (route) => {
    if (route.config && 'contract' in route.config) served.push(route.config.contract as Route);
  });
  if (provider) await app.register(provider.routes);
  await app.register(login.routes);
  sessionRoutes(app, { authenticate: login.authenticate, demo, unitOrder: async () => unitRows(await live()).map(({ id }) => id) });
  organisationRoutes(app, { pool, registers, authenticate: login.authenticate, now: clock, demo });
  triageRoutes(app, { authenticate: login.authenticate, pack: options.pack });
  const reporting = { ...shared, register: live };
  telephonyRoutes(app, {
    ...reporting,
    exchangeKeys: options.exchangeKeys,
    exchange: options.exchange === 'demo' ? demoExchange((events) => receiveEvents(reporting, events), clock) : options.exchange,
    warn: (what) => app.log.warn(what),
  });
  rosterRoutes(app, {
    ...shared,
    centresOf: async (unit) =>
      unitRows(await live()).flatMap((row) => (row.id === unit && row.callCentre !== undefined ? [row.callCentre] : [])),
  });
  contactRoutes(app, {
    ...shared,
    units: async () => new Set((await unitNames()).keys()),
    clinics: async () => {
      const register = await live();
      // A list of services without premises of their own names the service where patients come.
      return new Set([...register.clinics, ...register.arrangements].map(({ id }) => id));
    },
    staff: (staffId) => readStaff(pool, staffId),
    diagnoses: options.diagnoses,
    pack: options.pack,
  });
  pagerRoutes(app, { ...shared, demo });
  statisticsRoutes(app, shared);
  feedRoutes(app, { feed, authenticate: login.authenticate, audienceOf: async (staff) => audienceOf(staff, await live()) });
  healthRoutes(app, { pool, feed });
  app.get('/api/openapi.json', () => openApi(served));
  await webApp(app, toProblem);

  await feed.start();
  const settling = startSettling(pool, () => app.log.warn('statistics: could not settle'));
  const stopParts = async () => {
    await settling.stop();
    feed.stop();
    await app.close();
  };
  const address = await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' }).catch(async (error: unknown) => {
    await stopParts();
    throw error;
  });
  listening ??= address.replace('127.0.0.1', 'localhost');
  const pager = startPager({
    ...shared,
    pages: pagesIn(pool),
    gateway: options.gateway,
    baseUrl: baseUrl(),
    onDuty: (units, at) => onDutyAt(pool, units, at),
    openClinics: async (place, at) => servedBy(await live(), place, at).openClinics.map((clinic) => clinic.id),
    clinicsBeside: async (units) => clinicsOfSameDuty(await live(), units),
    unitName: async (unit) => (await unitNames()).get(unit) ?? unit,
    warn: (what) => app.log.warn(what),
  });
  return {
    url: listening,
    close: async () => {
      await pager.stop();
      await stopParts();
    },
  };
}

/** The units whose streams concern a person: what the feed says is no more than names of streams. Whoever answers calls also hears of those that have no receiver. */
function audienceOf(staff: Staff, register: Register): readonly string[] {
  const units = (['seeBoard', 'seeFigures', 'seeDutyList'] as const).flatMap((capability) => unitsWith(staff, capability));
  const centres = unitsWith(staff, 'answerCalls');
  const served = unitRows(register).flatMap((row) => (row.callCentre !== undefined && centres.includes(row.callCentre) ? [row.id] : []));
  return centres.length > 0 ? [...units, ...served, unrouted] : units;
}

const noRegister = indexRegister({ list: '', services: [], callCentres: [], emcs: [], clinics: [], places: [] });

const toProblem = problemHandler({
  ...organisationRefusals,
  ...telephonyRefusals,
  ...rosterRefusals,
  ...contactRefusals,
  ...statisticsRefusals,
});

function notComposed(): never {
  throw new Error('The demonstration provider is not composed');
}
