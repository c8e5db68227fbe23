import { instant } from '@vakthavende/core/kernel';
import type pg from 'pg';
import { type Pool, transaction } from '../platform/database.ts';
import { type ListContent, sha256OfContent } from './list-content.ts';
import { importContent } from './register-store.ts';

export interface Replaced {
  readonly batch: number;
  /** False when what was read is what is in force already: then nothing was written. */
  readonly changed: boolean;
}

export interface Reading {
  readonly actor: string;
  readonly reason: string;
  readonly now?: number;
}

/**
 * Puts a whole reading of a list in force, or nothing. Records and findings are staged under a batch of their own, unseen; then the rows and
 * the pointer to the batch change in one transaction.
 */
export async function replaceList(pool: Pool, list: string, content: ListContent, reading: Reading): Promise<Replaced> {
  const readSha256 = sha256OfContent(content);
  const current = await currentBatch(pool, list);
  if (current?.read_sha256 === readSha256) return { batch: current.id, changed: false };
  // What an import that was killed half-way left behind. An hour: never the rows of one that is under way.
  await pool.query(
    `delete from organisation.batch b where list = $1 and activated_at is null and staged_at < now() - interval '1 hour'
       and not exists (select from register.edit e where e.batch = b.id)`,
    [list],
  );
  const batch = await transaction(pool, (client) => stage(client, { list, content, readSha256 }));
  const order = {
    list,
    content: content.rows,
    actor: reading.actor,
    reason: reading.reason,
    now: instant(reading.now ?? Date.now()),
    batch,
    alongside: (client: pg.PoolClient) => activate(client, list, batch),
  };
  try {
    await importContent(pool, order);
  } catch (error) {
    await pool.query('delete from organisation.batch where id = $1 and activated_at is null', [batch]);
    throw error;
  }
  return { batch, changed: true };
}

async function currentBatch(pool: Pool, list: string): Promise<{ readonly id: number; readonly read_sha256: string } | undefined> {
  const { rows } = await pool.query<{ id: number; read_sha256: string }>(
    'select b.id, b.read_sha256 from organisation.list l join organisation.batch b on b.id = l.current_batch where l.id = $1',
    [list],
  );
  return rows[0];
}

async function activate(client: pg.PoolClient, list: string, batch: number): Promise<void> {
  await client.query('update organisation.batch set activated_at = now() where id = $1', [batch]);
  await client.query('update organisation.list set current_batch = $2 where id = $1', [list, batch]);
}

interface Staging {
  readonly list: string;
  readonly content: ListContent;
  readonly readSha256: string;
}

async function stage(client: pg.PoolClient, { list, content, readSha256 }: Staging): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'insert into organisation.batch (list, source_name, file_sha256, read_sha256, records) values ($1, $2, $3, $4, $5) returning id',
    [list, content.sourceName, content.fileSha256, readSha256, content.records.length],
  );
  const batch = rows[0]?.id;
  if (batch === undefined) throw new Error('The batch got no id');
  await client.query(
    'insert into organisation.record (batch, record, raw) select $1, r.record, r.raw from jsonb_to_recordset($2::jsonb) as r(record integer, raw jsonb)',
    [batch, JSON.stringify(content.records)],
  );
  await client.query(
    `insert into organisation.finding (batch, position, code, record, place, field, value, minutes, records)
     select $1, f.position, f.code, f.record, f.place, f.field, f.value, f.minutes, f.records from jsonb_to_recordset($2::jsonb)
       as f(position integer, code text, record integer, place text, field text, value text, minutes integer, records integer[])`,
    [batch, JSON.stringify(content.findings.map((finding, i) => ({ ...finding, position: i + 1 })))],
  );
  return batch;
}

/** Chooses the list that live calls are routed by. */
export async function setLiveList(pool: Pool, list: string): Promise<void> {
  await pool.query(
    `insert into organisation.setting (name, value) values ('live-list', $1) on conflict (name) do update set value = excluded.value`,
    [list],
  );
}
