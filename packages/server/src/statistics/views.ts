import type { FigureRow } from '@vakthavende/contract/statistics';
import { addDays, type LocalDate, localDate } from '@vakthavende/core/kernel';
import {
  emptyPartials,
  type Fact,
  type Figure,
  type FigureResult,
  figuresVersion,
  isCallFact,
  mergePartials,
  type Partials,
  results,
} from '@vakthavende/core/statistics';
import type pg from 'pg';
import type { Pool } from '../platform/database.ts';
import { factsOf, partialsInPages, type UnitDay } from './day-facts.ts';
import { snapshot } from './settle.ts';

/** Days in Norway [from, to). */
export interface Period {
  readonly unit: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Every figure of the period by id: kept partials merged, and days with marks outstanding counted from their facts on the spot. */
export async function figuresOf(pool: Pool, period: Period): Promise<Readonly<Record<string, FigureResult>>> {
  const client = await pool.connect();
  try {
    return await snapshot(client, async () => {
      const stale = await staleDays(client, period);
      let sum = await keptPartials(client, period, stale);
      for (const day of stale) sum = mergePartials(sum, await partialsInPages(await factsOf(client, { unit: period.unit, day })));
      return results(sum);
    });
  } finally {
    client.release();
  }
}

/** Marked days, the days after them (redials over midnight), and those counted by other definitions. */
async function staleDays(client: pg.PoolClient, { unit, from, to }: Period): Promise<readonly LocalDate[]> {
  const { rows } = await client.query<{ day: string }>(
    `with marked as (select distinct day from statistics.day_mark where unit = $1 and day >= $2 and day < $3)
     select day::text from (
       select day from marked union select day + 1 from marked
       union select day from statistics.day_partial where unit = $1 and day >= $2 and day < $3 and version <> $4) as stale
     where day >= $5 and day < $3 order by day`,
    [unit, addDays(from, -1), to, figuresVersion, from],
  );
  return rows.map((row) => localDate(row.day));
}

async function keptPartials(client: pg.PoolClient, { unit, from, to }: Period, stale: readonly LocalDate[]): Promise<Partials> {
  const { rows } = await client.query<{ partial: Partials }>(
    'select partial from statistics.day_partial where unit = $1 and day >= $2 and day < $3 and not day = any($4::date[])',
    [unit, from, to, stale],
  );
  return rows.reduce((sum, row) => mergePartials(sum, row.partial), emptyPartials);
}

/** All rows that a figure counts on one day, without identity. */
export async function figureRowsOf(
  pool: Pool,
  figure: Figure<Fact, unknown, FigureResult>,
  unitDay: UnitDay,
): Promise<readonly FigureRow[]> {
  const client = await pool.connect();
  try {
    const facts = await snapshot(client, () => factsOf(client, unitDay));
    return facts.flatMap((fact) => {
      const counts = figure.includes(fact);
      return counts === 'outside' ? [] : [toFigureRow(fact, counts)];
    });
  } finally {
    client.release();
  }
}

/** Named field by field: a field that a fact gets later is not shown before somebody has asked whether it may be. */
function toFigureRow(fact: Fact, counts: FigureRow['counts']): FigureRow {
  if (isCallFact(fact)) {
    const { callId, legId, offeredAt, outcome, secondsToAnswer, redialOf, contactIds, place, byHand } = fact;
    const numberHidden = fact.callerHash === undefined;
    return {
      kind: 'call',
      counts,
      callId,
      legId,
      offeredAt,
      outcome,
      secondsToAnswer,
      redialOf,
      numberHidden,
      contactIds: [...contactIds],
      place,
      byHand,
    };
  }
  const { contactId, openedAt, closedAt, channel, firstUrgencyTelephone, lastUrgency, firstAction, lastAction, outcome, place } = fact;
  const { callIds, secondsToDoctor, lateEntries, redPaged, secondsToAcknowledge } = fact;
  const course = { openedAt, closedAt, channel, firstUrgencyTelephone, lastUrgency, firstAction, lastAction, outcome, place };
  return {
    kind: 'contact',
    counts,
    contactId,
    ...course,
    callIds: [...callIds],
    secondsToDoctor,
    lateEntries,
    redPaged,
    secondsToAcknowledge,
  };
}
