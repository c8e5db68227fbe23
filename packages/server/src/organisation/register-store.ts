import type { RegisterKind } from '@vakthavende/contract/organisation';
import { type Instant, instant } from '@vakthavende/core/kernel';
import type pg from 'pg';
import { type Pool, transaction } from '../platform/database.ts';
import { Refused } from '../platform/problems.ts';
import { knownEntries, readContent } from './register-read.ts';
import { type AnyRegisterRow, contentText, type RegisterContent, rowsOf } from './register-rows.ts';
import { insertRows, type WritingTo } from './register-write.ts';

export interface ImportOrder {
  readonly list: string;
  readonly content: RegisterContent;
  readonly actor: string;
  readonly reason: string;
  readonly now: Instant;
  /** The file that it was read from, where there is one. */
  readonly batch?: number;
  /** Writes also what the rows say was known earlier. Only into a list that is empty; elsewhere the register knows its own past. */
  readonly withHistory?: boolean;
  /** Written in the same transaction, whether or not any row differs. */
  readonly alongside?: (client: pg.PoolClient) => Promise<void>;
}

export interface ImportResult {
  readonly version: number;
  readonly added: number;
  readonly closed: number;
}

/**
 * Makes a list say what the rows say: what it said otherwise is closed, what it did not say is added, what is the same stays as it is.
 * All in one transaction, and nothing at all when nothing differs.
 */
export async function importContent(pool: Pool, order: ImportOrder): Promise<ImportResult> {
  const { list, content } = order;
  const wanted = rowsOf(content);
  return transaction(pool, async (client) => {
    await slower(client);
    const { version: before, at: now } = await lockList(client, list, order.now);
    await order.alongside?.(client);
    const stored = rowsOf(await readContent(client as unknown as Pool, list));
    if (order.withHistory && stored.length === 0 && wanted.length > 0) {
      return write(client, { ...order, now, version: before + 1 }, { added: wanted, closed: [] });
    }
    const held = stored.filter(({ row }) => row.known.to === undefined);
    const known = new Set(held.map(contentText));
    const current = wanted.filter(({ row }) => row.known.to === undefined);
    const kept = new Set(current.map(contentText));
    const added = current.filter((each) => !known.has(contentText(each))).map((each) => knownFrom(each, now));
    const closed = held.filter((each) => !kept.has(contentText(each)));
    if (added.length === 0 && closed.length === 0) return { version: before, added: 0, closed: 0 };
    return write(client, { ...order, now, version: before + 1 }, { added, closed });
  });
}

/** The live feed waits for open writes (2 s at most): an import has half a minute, and the feed catches up after it. */
async function slower(client: pg.PoolClient): Promise<void> {
  await client.query(`set local transaction_timeout = '30s'`);
}

/** The list's version, nobody else writing it; and the time of this edit, which is after the last one also when a clock was set back. */
async function lockList(client: pg.PoolClient, list: string, now: Instant): Promise<{ readonly version: number; readonly at: Instant }> {
  const { rows } = await client.query<{ version: number }>('select version from organisation.list where id = $1 for update', [list]);
  const found = rows[0];
  if (!found) throw new Refused({ code: 'list-unknown', field: 'list', list, known: '' });
  const { rows: last } = await client.query<{ at: Date | null }>('select max(at) as at from register.edit where list = $1', [list]);
  return { version: found.version, at: instant(Math.max(now, (last[0]?.at?.getTime() ?? 0) + 1)) };
}

export interface ListHead {
  readonly id: string;
  readonly title: string;
  readonly describes: string;
  readonly sources?: Readonly<Record<string, string>> | undefined;
}

/** Makes a list, empty, unless it is there. */
export async function ensureList(pool: Pool, { id, title, describes, sources }: ListHead): Promise<void> {
  await pool.query('insert into organisation.list (id, title, describes, sources) values ($1, $2, $3, $4) on conflict do nothing', [
    ...[id, title, describes],
    sources === undefined ? null : JSON.stringify(sources),
  ]);
}

function knownFrom(each: AnyRegisterRow, now: Instant): AnyRegisterRow {
  // The same kind of row with another time of knowledge.
  return { ...each, row: { ...each.row, known: { from: now } } } as AnyRegisterRow;
}

interface Difference {
  readonly added: readonly AnyRegisterRow[];
  readonly closed: readonly AnyRegisterRow[];
}

async function write(client: pg.PoolClient, order: ImportOrder & WritingTo, difference: Difference): Promise<ImportResult> {
  const { list, version, now } = order;
  await client.query(
    `insert into register.edit (list, version, at, actor, reason, type, added, closed, batch) values ($1, $2, $3, $4, $5, 'import', $6, $7, $8)`,
    [list, version, new Date(now), order.actor, order.reason, difference.added.length, difference.closed.length, order.batch ?? null],
  );
  await countThings(client, list, [...difference.added, ...difference.closed]);
  await closeRows(client, { list, version, now }, difference.closed);
  await insertRows(client, { list, version }, difference.added);
  await client.query('update organisation.list set version = $2 where id = $1', [list, version]);
  return { version, added: difference.added.length, closed: difference.closed.length };
}

/** Makes the things that are new, and counts up those that are not. */
async function countThings(client: pg.PoolClient, list: string, rows: readonly AnyRegisterRow[]): Promise<void> {
  const things = [...new Map(rows.map(({ kind, row }) => [`${kind} ${row.id}`, { kind, id: row.id }])).values()];
  await client.query(
    `insert into register.thing (list, kind, id, version) select $1, kind, id, 1 from jsonb_to_recordset($2::jsonb) as t(kind text, id text)
     on conflict (list, kind, id) do update set version = register.thing.version + 1`,
    [list, JSON.stringify(things)],
  );
}

async function closeRows(
  client: pg.PoolClient,
  { list, version, now }: WritingTo & { readonly now: Instant },
  rows: readonly AnyRegisterRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const wanted = new Set(rows.map(({ kind, row }) => `${kind} ${row.id} ${row.valid.from}`));
  const entries = (await knownEntries(client as unknown as Pool, list)).filter(({ kind, id, valid_from }) =>
    wanted.has(`${kind} ${id} ${valid_from}`),
  );
  await client.query(`update register.entry set known_to = $2, closed_by = $3 where entry = any($1)`, [
    entries.map(({ entry }) => entry),
    new Date(now),
    version,
  ]);
}

export interface EditOrder {
  readonly list: string;
  readonly kind: RegisterKind;
  readonly id: string;
  readonly type: 'add' | 'change' | 'correct' | 'end';
  readonly expectedVersion: number;
  readonly actor: string;
  readonly reason: string;
  readonly now: Instant;
  readonly commandId: string;
  readonly bodyHash: string;
  /** Given the list's rows under lock: what to close and add. Throws a refusal. */
  readonly decide: (content: RegisterContent) => Difference;
}

export interface EditResult {
  readonly listVersion: number;
  readonly version: number;
  readonly repeated: boolean;
}

/** One change of a person, decided on the rows as they are when nobody else can write them. */
export async function applyEdit(pool: Pool, order: EditOrder): Promise<EditResult> {
  return transaction(pool, async (client) => {
    const { version: before, at: now } = await lockList(client, order.list, order.now);
    const prior = await priorAnswer(client, order);
    if (prior) return prior;
    const version = await thingVersion(client, order);
    if (version !== order.expectedVersion) throw new Refused({ code: 'register-changed', field: 'expectedVersion', version });
    const { added, closed } = order.decide(await readContent(client as unknown as Pool, order.list));
    const result: EditResult = { listVersion: before + 1, version: version + 1, repeated: false };
    const { list } = order;
    await client.query(
      `insert into register.edit (list, version, at, actor, reason, type, kind, id, thing_version, added, closed, command_id, body_hash, answer)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        ...[list, result.listVersion, new Date(now), order.actor, order.reason, order.type, order.kind, order.id, result.version],
        ...[added.length, closed.length, order.commandId, order.bodyHash, JSON.stringify(result)],
      ],
    );
    await client.query(
      `insert into register.thing (list, kind, id, version) values ($1, $2, $3, 1)
       on conflict (list, kind, id) do update set version = register.thing.version + 1`,
      [list, order.kind, order.id],
    );
    await closeRows(client, { list, version: result.listVersion, now }, closed);
    await insertRows(
      client,
      { list, version: result.listVersion },
      added.map((each) => knownFrom(each, now)),
    );
    await client.query('update organisation.list set version = $2 where id = $1', [list, result.listVersion]);
    return result;
  });
}

async function priorAnswer(client: pg.PoolClient, { commandId, bodyHash, list }: EditOrder): Promise<EditResult | undefined> {
  const { rows } = await client.query<{ body_hash: string; list: string; answer: EditResult }>(
    'select body_hash, list, answer from register.edit where command_id = $1',
    [commandId],
  );
  const [prior] = rows;
  if (!prior) return undefined;
  if (prior.body_hash !== bodyHash || prior.list !== list) throw new Refused({ code: 'command-reused' });
  return { ...prior.answer, repeated: true };
}

/** 0 for a thing that the list does not have. */
export async function thingVersion(
  client: Pick<Pool, 'query'> | pg.PoolClient,
  { list, kind, id }: Pick<EditOrder, 'list' | 'kind' | 'id'>,
): Promise<number> {
  const { rows } = await (client as Pool).query<{ version: number }>(
    'select version from register.thing where list = $1 and kind = $2 and id = $3',
    [list, kind, id],
  );
  return rows[0]?.version ?? 0;
}
