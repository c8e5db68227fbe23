import { setTimeout as pause } from 'node:timers/promises';
import { addDays, localDate, osloDay, second } from '@vakthavende/core/kernel';
import { figuresVersion, type Partials } from '@vakthavende/core/statistics';
import { redialWindow } from '@vakthavende/core/telephony';
import type pg from 'pg';
import type { Pool } from '../platform/database.ts';
import { factsOf, partialsInPages, type UnitDay } from './day-facts.ts';

/** Any number that no other part of the system locks by; 116117 is the migrations'. */
const lock = 116_117_050;

/**
 * Computes the partials of all marked units and days anew from their facts, and removes the marks that were seen. Answers how many
 * were computed; none when another process is at it.
 *
 * Facts are read before the marks are removed, both in one snapshot: a mark that is removed is one whose fact was read, and a mark that
 * comes meanwhile stays. The only write is one short statement per unit and day, because every open write stalls the live feed; the lock
 * is the session's, and so is no write, and keeps an older reading from being written over a newer one.
 */
export async function settle(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lock]);
    if (rows[0]?.locked !== true) return 0;
    try {
      const due = await dueDays(client);
      for (const unitDay of due) await settleDay(client, unitDay);
      return due.length;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
  } finally {
    client.release();
  }
}

/** Marked, or counted by other definitions than today's. */
async function dueDays(client: pg.PoolClient): Promise<readonly UnitDay[]> {
  const { rows } = await client.query<{ unit: string; day: string }>(
    `select unit, day::text from statistics.day_mark union select unit, day::text from statistics.day_partial where version <> $1 order by unit, day`,
    [figuresVersion],
  );
  return rows.map(({ unit, day }) => ({ unit, day: localDate(day) }));
}

async function settleDay(client: pg.PoolClient, unitDay: UnitDay): Promise<void> {
  const read = await snapshot(client, async () => {
    const marks = await client.query<{ id: number }>('select id from statistics.day_mark where unit = $1 and day = $2', [
      unitDay.unit,
      unitDay.day,
    ]);
    const days = [unitDay, ...(await redialsAfterMidnight(client, unitDay))];
    const partials: (readonly [UnitDay, Partials])[] = [];
    for (const each of days) partials.push([each, await partialsInPages(await factsOf(client, each))]);
    return { marks: marks.rows.map((row) => row.id), partials };
  });
  const rows = read.partials.map(([{ unit, day }, partial]) => ({ unit, day, partial }));
  await client.query(
    `with seen as (delete from statistics.day_mark where id = any($1::bigint[]))
     insert into statistics.day_partial (unit, day, version, partial, computed_at)
     select unit, day, $2, partial, now() from jsonb_to_recordset($3::jsonb) as x(unit text, day date, partial jsonb)
     on conflict (unit, day) do update set version = excluded.version, partial = excluded.partial, computed_at = excluded.computed_at`,
    [read.marks, figuresVersion, JSON.stringify(rows)],
  );
}

/** A changed call late in the evening may make, or unmake, a redial of the next day. */
async function redialsAfterMidnight(client: pg.PoolClient, { unit, day }: UnitDay): Promise<readonly UnitDay[]> {
  const next = addDays(day, 1);
  const { rows } = await client.query<{ some: boolean }>(
    'select exists (select from statistics.call_fact where unit = $1 and day = $2 and offered_at <= $3) as some',
    [unit, next, new Date(osloDay(next).from + redialWindow)],
  );
  return rows[0]?.some ? [{ unit, day: next }] : [];
}

/** Runs `work` on one snapshot, without writing. */
export async function snapshot<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  // A reading holds up nobody's commit and no feed; a day of tens of thousands of calls takes longer than a command may.
  await client.query("set local transaction_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s'");
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** The most of the time that settling may take from one process: after a long round comes a longer rest. */
const restFactor = 99;

export interface Settling {
  readonly stop: () => Promise<void>;
}

/** Settles every second, less often when a round is heavy. A failed round is reported and tried again. */
export function startSettling(pool: Pool, onError: (error: unknown) => void): Settling {
  const stopping = new AbortController();
  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      await settle(pool).catch(onError);
      const rest = Math.max(second, (performance.now() - began) * restFactor);
      await pause(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return rounds;
    },
  };
}
