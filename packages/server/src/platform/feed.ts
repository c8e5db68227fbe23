import type { FeedMessage } from '@vakthavende/contract/kernel';
import type { Pool } from './database.ts';

/** Where a reader of the feed has come: transaction and position, as `xid:position`. */
export type Cursor = string;

export interface FeedRow {
  readonly xid: string;
  readonly position: number;
  readonly stream: string;
  readonly sequence: number;
  readonly units: readonly string[];
}

type Listener = (rows: readonly FeedRow[], cursor: Cursor) => void;

const pollEvery = 50;
const batch = 2_000;
/** A reader that is further behind than this asks for everything anew instead. */
export const longestReplay = 5_000;

// Reads only what lies before the oldest transaction still open: what commits later has a higher xid, so nothing is lost and no lock is taken.
// `event.xid` in the order: `xid` alone would be the text that is selected, and 1000 come before 999.
const newerSql = `select xid::text, position, stream, sequence, units from journal.event
  where (xid, position) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
  order by event.xid, event.position limit $3`;

/** Follows the journal for all who listen in this process, by polling; takes no lock and needs no NOTIFY. */
export class Feed {
  readonly #pool: Pool;
  readonly #listeners = new Set<Listener>();
  #cursor: Cursor = '0:0';
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #lastPoll = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async start(): Promise<void> {
    this.#cursor = await this.newest();
    this.#lastPoll = Date.now();
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  get cursor(): Cursor {
    return this.#cursor;
  }

  /** Milliseconds since the feed last read the journal: the lag that operators watch. */
  get lag(): number {
    return Date.now() - this.#lastPoll;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The rows after a cursor up to where this process has come; `undefined` when there are more than anyone should replay. */
  async since(cursor: Cursor, upTo: Cursor): Promise<readonly FeedRow[] | undefined> {
    const rows = await this.#newer(cursor, longestReplay + 1);
    if (rows.length > longestReplay) return undefined;
    return rows.filter((row) => compareCursors(cursorOf(row), upTo) <= 0);
  }

  /** The place after everything that no open transaction can still come before. */
  async newest(): Promise<Cursor> {
    const result = await this.#pool.query<{ xid: string; position: number }>(
      'select xid::text, position from journal.event where xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid desc, event.position desc limit 1',
    );
    const row = result.rows[0];
    return row ? cursorOf(row) : '0:0';
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#poll(), pollEvery);
  }

  async #poll(): Promise<void> {
    try {
      const rows = await this.#newer(this.#cursor, batch);
      this.#lastPoll = Date.now();
      const last = rows.at(-1);
      if (last) {
        this.#cursor = cursorOf(last);
        for (const listener of this.#listeners) listener(rows, this.#cursor);
      }
    } catch {
      // The database is away for a moment; the lag shows it, and the next poll goes on from the same place.
    }
    this.#schedule();
  }

  async #newer(cursor: Cursor, limit: number): Promise<readonly FeedRow[]> {
    const [xid, position] = splitCursor(cursor);
    const result = await this.#pool.query<FeedRow>({ name: 'feed-newer', text: newerSql, values: [xid, position, limit] });
    return result.rows;
  }
}

export function cursorOf(row: { readonly xid: string; readonly position: number }): Cursor {
  return `${row.xid}:${row.position}`;
}

const cursorPattern = /^(\d{1,20}):(\d{1,19})$/;

/** Whether it is one that the database's types can hold. */
export function isCursor(text: string): text is Cursor {
  const [, xid, position] = cursorPattern.exec(text) ?? [];
  return xid !== undefined && position !== undefined && BigInt(xid) < 2n ** 64n && BigInt(position) < 2n ** 63n;
}

function splitCursor(cursor: Cursor): readonly [xid: string, position: string] {
  const match = cursorPattern.exec(cursor);
  return [match?.[1] ?? '0', match?.[2] ?? '0'];
}

export function compareCursors(a: Cursor, b: Cursor): number {
  const [ax, ap] = splitCursor(a);
  const [bx, bp] = splitCursor(b);
  const by = BigInt(ax) - BigInt(bx) || BigInt(ap) - BigInt(bp);
  return by < 0n ? -1 : by > 0n ? 1 : 0;
}

/** The message for one reader: the newest sequence of each stream that touches one of the units, once. `'national'` sees all. */
export function messageFor(rows: readonly FeedRow[], cursor: Cursor, units: ReadonlySet<string>): FeedMessage | undefined {
  const newest = new Map<string, [string, number, string[]]>();
  for (const row of rows) {
    if (!units.has('national') && !row.units.some((unit) => units.has(unit))) continue;
    newest.set(row.stream, [row.stream, row.sequence, [...row.units]]);
  }
  return newest.size ? { cursor, changes: [...newest.values()] } : undefined;
}
