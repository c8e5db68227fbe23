import { feedPath } from '@vakthavende/contract/kernel';
import type { Staff } from '@vakthavende/core/organisation';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Cursor, type Feed, type FeedRow, isCursor, messageFor } from './feed.ts';
import { type Authenticate, staffOf } from './routes.ts';

const heartbeatEvery = 15_000;
/** A screen that does not read is let go; it comes back with its cursor and misses nothing. */
const mostUnread = 1_000_000;

interface Screen {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  audience: Audience;
  /** What comes while it is told of the past: newer than that, so it is told after. */
  held: string[] | undefined;
}

interface Audience {
  readonly units: ReadonlySet<string>;
  /** The same for all who hear the same. */
  readonly name: string;
}

export interface FeedDeps {
  readonly feed: Feed;
  readonly authenticate: Authenticate;
  readonly audienceOf: (staff: Staff) => Promise<readonly string[]>;
  /** Milliseconds between signs of life. */
  readonly heartbeat?: number;
}

/**
 * `GET /api/feed`: server-sent events, one stream a browser. Each process serialises a message once per distinct set of units.
 * A screen says where it was (`after` or Last-Event-ID) and gets what came since, then what comes.
 */
export function feedRoutes(app: FastifyInstance, deps: FeedDeps): void {
  const screens = new Set<Screen>();
  deps.feed.listen((rows, cursor) => tell(screens, rows, cursor));
  const heart = setInterval(() => {
    for (const screen of screens) void beat(screen, deps);
  }, deps.heartbeat ?? heartbeatEvery);
  app.addHook('onClose', (_, done) => {
    clearInterval(heart);
    for (const screen of screens) screen.reply.raw.end();
    done();
  });
  app.get(feedPath, async (request, reply) => {
    const staff = await staffOf(deps.authenticate, request);
    const screen: Screen = { request, reply, audience: await audienceFor(deps, staff), held: [] };
    await open(screen, request, { screens, feed: deps.feed });
    return reply;
  });
}

async function audienceFor(deps: FeedDeps, staff: Staff): Promise<Audience> {
  const units = await deps.audienceOf(staff);
  return { units: new Set(units), name: units.toSorted().join(' ') };
}

/**
 * A sign of life, to those who are still logged in, with the roles that they have by now. A screen that listens is in use: a board that nothing
 * happens on for hours must still be logged in when something does.
 */
async function beat(screen: Screen, deps: FeedDeps): Promise<void> {
  try {
    const staff = await deps.authenticate(screen.request);
    if (!staff) return void screen.reply.raw.end();
    screen.audience = await audienceFor(deps, staff);
  } catch {
    // The database is away for a moment: nobody is shut out for that.
  }
  if (!screen.held) screen.reply.raw.write(alive(deps.feed.cursor));
}

async function open(screen: Screen, request: FastifyRequest, to: { readonly screens: Set<Screen>; readonly feed: Feed }): Promise<void> {
  const { reply } = screen;
  const after = cursorAsked(request);
  reply.hijack();
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection: 'keep-alive',
  });
  reply.raw.on('close', () => to.screens.delete(screen));
  // Joined before the past is read, so that nothing falls between.
  to.screens.add(screen);
  const upTo = to.feed.cursor;
  reply.raw.write(`retry: 500\nevent: hello\ndata: ${upTo}\n\n`);
  const past = await pastOf(screen, to.feed, { after, upTo });
  // Whatever it missed it has not been told: it must come again with the same cursor, not go on from here.
  if (past === undefined) return void reply.raw.destroy();
  for (const text of [past, ...(screen.held ?? []), alive(to.feed.cursor)]) reply.raw.write(text);
  screen.held = undefined;
}

/** What the screen must be told before it can go on from `upTo`; nothing where that cannot be found out just now. */
async function pastOf(
  screen: Screen,
  feed: Feed,
  { after, upTo }: { readonly after: string | undefined; readonly upTo: Cursor },
): Promise<string | undefined> {
  if (after === undefined) return '';
  const reset = `id: ${upTo}\nevent: reset\ndata: ${upTo}\n\n`;
  if (!isCursor(after)) return reset;
  try {
    const missed = await feed.since(after, upTo);
    return missed === undefined ? reset : (textFor(missed, upTo, screen.audience.units) ?? '');
  } catch {
    return undefined;
  }
}

/** A sign of life, and where the screen may go on from: all before it has been told. */
function alive(cursor: Cursor): string {
  return `event: alive\ndata: ${cursor}\n\n`;
}

/** Where the screen says it was. What is no cursor of ours is answered with everything anew. */
function cursorAsked(request: FastifyRequest): string | undefined {
  const { after } = request.query as { readonly after?: unknown };
  const asked = request.headers['last-event-id'] ?? after;
  return asked === undefined ? undefined : String(asked);
}

function tell(screens: Set<Screen>, rows: readonly FeedRow[], cursor: Cursor): void {
  const texts = new Map<string, string | undefined>();
  for (const screen of screens) {
    const { name, units } = screen.audience;
    if (!texts.has(name)) texts.set(name, textFor(rows, cursor, units));
    const text = texts.get(name);
    if (text === undefined) continue;
    if (screen.held) screen.held.push(text);
    else if (screen.reply.raw.writableLength > mostUnread) screen.reply.raw.destroy();
    else screen.reply.raw.write(text);
  }
}

function textFor(rows: readonly FeedRow[], cursor: Cursor, units: ReadonlySet<string>): string | undefined {
  const message = messageFor(rows, cursor, units);
  return message && `id: ${cursor}\nevent: change\ndata: ${JSON.stringify(message)}\n\n`;
}
