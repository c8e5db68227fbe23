import { setImmediate as otherWork } from 'node:timers/promises';
import { addDays, type LocalDate, osloDay } from '@vakthavende/core/kernel';
import { emptyPartials, type Fact, mergePartials, type Partials, partialsOf } from '@vakthavende/core/statistics';
import { linkRedials, redialWindow } from '@vakthavende/core/telephony';
import type pg from 'pg';
import { type CallFactRecord, type ContactFactRecord, callFactSelect, contactFactSelect, toCallFact, toContactFact } from './fact-rows.ts';

/** Facts read, and facts added up, before the process is free for other requests: a few milliseconds each. */
const page = 1_000;
const adding = 250;

export interface UnitDay {
  readonly unit: string;
  readonly day: LocalDate;
}

/**
 * All facts of a unit and day, redials linked. Reads the redial window of the evening before too, so that a redial just after midnight
 * is seen. The client must be in a transaction with one snapshot, since the pages follow each other.
 */
export async function factsOf(client: pg.PoolClient, { unit, day }: UnitDay): Promise<readonly Fact[]> {
  const calls = await paged<CallFactRecord>(client, {
    text: `select ${callFactSelect} from statistics.call_fact where unit = $1 and day = any($2::date[]) and offered_at >= $3 and (offered_at, fact_id) > ($4, $5)
      order by offered_at, fact_id limit ${page}`,
    values: [unit, [addDays(day, -1), day], new Date(osloDay(day).from - redialWindow)],
    key: (row) => [row.offered_at, row.fact_id],
  });
  const contacts = await paged<ContactFactRecord>(client, {
    text: `select ${contactFactSelect} from statistics.contact_fact where unit = $1 and day = $2 and opened_at >= $3 and (opened_at, fact_id) > ($4, $5)
      order by opened_at, fact_id limit ${page}`,
    values: [unit, day, new Date(osloDay(day).from)],
    key: (row) => [row.opened_at, row.fact_id],
  });
  return [...linkRedials(calls.map(toCallFact)).filter((fact) => fact.day === day), ...contacts.map(toContactFact)];
}

interface Pages<Row> {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Epoch milliseconds and id of a row: the next page begins after them. */
  readonly key: (row: Row) => readonly [at: number, id: string];
}

async function paged<Row extends pg.QueryResultRow>(client: pg.PoolClient, { text, values, key }: Pages<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  let after: readonly [number, string] = [0, ''];
  for (;;) {
    const { rows } = await client.query<Row>(text, [...values, new Date(after[0]), after[1]]);
    all.push(...rows);
    const last = rows.at(-1);
    if (!last || rows.length < page) return all;
    after = [Number(key(last)[0]), key(last)[1]];
  }
}

/** Adds up a little at a time: a busy day of the nation is eight thousand calls, and other requests are waiting. */
export async function partialsInPages(facts: readonly Fact[]): Promise<Partials> {
  let sum = emptyPartials;
  for (let from = 0; from < facts.length; from += adding) {
    sum = mergePartials(sum, partialsOf(facts.slice(from, from + adding)));
    await otherWork();
  }
  return sum;
}
