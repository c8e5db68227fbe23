import type pg from 'pg';
import { type Pool, transaction } from '../platform/database.ts';
import type { ListContent } from './list-content.ts';
import { sha256 } from './list-content.ts';

export interface Replaced {
  readonly batch: number;
  /** False when what was read is what is in force already: then nothing was written. */
  readonly changed: boolean;
}

/**
 * Puts a whole reading of a list in force, or nothing. The rows are staged under a batch of their own, unseen; then the list's pointer is
 * swapped in a transaction of one row, since an open write stalls the live feed of everyone.
 */
export async function replaceList(pool: Pool, list: string, content: ListContent): Promise<Replaced> {
  const readSha256 = sha256(JSON.stringify(content));
  const current = await currentBatch(pool, list);
  if (current?.read_sha256 === readSha256) return { batch: current.id, changed: false };
  // What an import that was killed half-way left behind. An hour: never the rows of one that is under way.
  await pool.query(`delete from organisation.batch where list = $1 and activated_at is null and staged_at < now() - interval '1 hour'`, [
    list,
  ]);
  const batch = await transaction(pool, (client) => stage(client, { list, content, readSha256 }));
  await transaction(pool, (client) => activate(client, list, batch));
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
  await client.query('update organisation.list set current_batch = $2, version = version + 1 where id = $1', [list, batch]);
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
  for (const [table, columns, values] of rowsOf(content)) await insert(client, { table, columns, batch, values });
  return batch;
}

type Table = readonly [table: string, columns: string, values: readonly object[]];

/** Rows in the order that the foreign keys ask for; columns with their types as PostgreSQL reads them from JSON. */
function rowsOf(content: ListContent): readonly Table[] {
  const { services, clinics } = content;
  return [
    ['record', 'record integer, raw jsonb', content.records],
    ['place', 'id text, municipality text, part text, name text, source text', content.places],
    ['emc', 'id text, name text, source text', content.emcs],
    [
      'call_centre',
      'id text, name text, local_number text, overflow_partner text, emc text, source text',
      content.callCentres.map((c) => ({ ...c, local_number: c.localNumber, overflow_partner: c.overflowPartner })),
    ],
    [
      'service',
      'id text, name text, phones text[], call_centre text, web text, comment text, record integer, source text',
      services.map((s) => ({ ...s, call_centre: s.callCentre })),
    ],
    [
      'service_place',
      'service text, place text, source text',
      services.flatMap((s) => s.places.map((place) => ({ service: s.id, place, source: s.placeSources?.[place] ?? s.source }))),
    ],
    ['service_window', windowColumns('service'), services.flatMap((s) => s.windows.map((w) => ({ service: s.id, ...minutes(w) })))],
    [
      'clinic',
      'id text, service text, name text, kind text, premises text, phone text, address text, latitude double precision, longitude double precision, own_windows boolean, source text',
      clinics.map((c) => ({ ...c, ...c.position, own_windows: c.windows !== undefined })),
    ],
    ['clinic_window', windowColumns('clinic'), clinics.flatMap((c) => (c.windows ?? []).map((w) => ({ clinic: c.id, ...minutes(w) })))],
    ['clinic_place', 'clinic text, place text', clinics.flatMap((c) => c.onlyFor.map((place) => ({ clinic: c.id, place })))],
    [
      'finding',
      'position integer, code text, record integer, place text, field text, value text, minutes integer, records integer[]',
      content.findings.map((finding, i) => ({ ...finding, position: i + 1 })),
    ],
  ];
}

function windowColumns(owner: string): string {
  return `${owner} text, from_minute integer, to_minute integer`;
}

function minutes(window: { readonly from: number; readonly to: number }) {
  return { from_minute: window.from, to_minute: window.to };
}

interface Insertion {
  readonly table: string;
  readonly columns: string;
  readonly batch: number;
  readonly values: readonly object[];
}

/** Table and columns come from the constants above, never from input. */
async function insert(client: pg.PoolClient, { table, columns, batch, values }: Insertion): Promise<void> {
  if (values.length === 0) return;
  const names = columns.split(', ').map((column) => column.split(' ')[0]);
  await client.query(
    `insert into organisation.${table} (batch, ${names.join(', ')})
     select $1, ${names.map((name) => `r.${name}`).join(', ')} from jsonb_to_recordset($2::jsonb) as r(${columns})`,
    [batch, JSON.stringify(values)],
  );
}

/** Chooses the list that live calls are routed by. */
export async function setLiveList(pool: Pool, list: string): Promise<void> {
  await pool.query(
    `insert into organisation.setting (name, value) values ('live-list', $1) on conflict (name) do update set value = excluded.value`,
    [list],
  );
}
