import type { ContactFact } from '@vakthavende/core/contact';
import { type Instant, instant, localDate } from '@vakthavende/core/kernel';
import type { CallFact, CallOutcome } from '@vakthavende/core/telephony';

/** Columns as `jsonb_to_recordset` takes them, in the table's own order: each table's columns are listed here and nowhere else. */
export const callFactColumns = [
  ['fact_id', 'text'],
  ['unit', 'text'],
  ['call_id', 'text'],
  ['leg_id', 'text'],
  ['day', 'date'],
  ['offered_at', 'timestamptz'],
  ['outcome', 'text'],
  ['seconds_to_answer', 'int'],
  ['caller_hash', 'text'],
  ['contact_ids', 'text[]'],
  ['place', 'text'],
  ['by_hand', 'boolean'],
] as const;

export const contactFactColumns = [
  ['fact_id', 'text'],
  ['unit', 'text'],
  ['contact_id', 'text'],
  ['day', 'date'],
  ['opened_at', 'timestamptz'],
  ['closed_at', 'timestamptz'],
  ['channel', 'text'],
  ['first_urgency_telephone', 'text'],
  ['last_urgency', 'text'],
  ['first_action', 'text'],
  ['last_action', 'text'],
  ['outcome', 'text'],
  ['place', 'text'],
  ['call_ids', 'text[]'],
  ['seconds_to_doctor', 'int'],
  ['late_entries', 'int'],
  ['red_paged', 'boolean'],
  ['seconds_to_acknowledge', 'int'],
] as const;

export type FactRow = Readonly<Record<string, unknown>>;

export function callFactRow(fact: CallFact): FactRow {
  return {
    fact_id: fact.factId,
    unit: fact.unit,
    call_id: fact.callId,
    leg_id: fact.legId ?? null,
    day: fact.day,
    offered_at: timestamp(fact.offeredAt),
    outcome: fact.outcome,
    seconds_to_answer: fact.secondsToAnswer ?? null,
    caller_hash: fact.callerHash ?? null,
    contact_ids: fact.contactIds,
    place: fact.place ?? null,
    by_hand: fact.byHand,
  };
}

export function contactFactRow(fact: ContactFact): FactRow {
  return {
    fact_id: fact.factId,
    unit: fact.unit,
    contact_id: fact.contactId,
    day: fact.day,
    opened_at: timestamp(fact.openedAt),
    closed_at: fact.closedAt === undefined ? null : timestamp(fact.closedAt),
    channel: fact.channel,
    first_urgency_telephone: fact.firstUrgencyTelephone ?? null,
    last_urgency: fact.lastUrgency ?? null,
    first_action: fact.firstAction ?? null,
    last_action: fact.lastAction ?? null,
    outcome: fact.outcome ?? null,
    place: fact.place ?? null,
    call_ids: fact.callIds,
    seconds_to_doctor: fact.secondsToDoctor ?? null,
    late_entries: fact.lateEntries,
    red_paged: fact.redPaged,
    seconds_to_acknowledge: fact.secondsToAcknowledge ?? null,
  };
}

function timestamp(at: Instant): string {
  return new Date(at).toISOString();
}

/** Reads instants as epoch milliseconds and dates as text: the driver's own would be `Date`s in the machine's time zone. */
function selectList(columns: readonly (readonly [name: string, type: string])[]): string {
  return columns
    .map(([name, type]) => {
      if (type === 'timestamptz') return `(extract(epoch from ${name}) * 1000)::bigint as ${name}`;
      return type === 'date' ? `${name}::text as ${name}` : name;
    })
    .join(', ');
}

export const callFactSelect = selectList(callFactColumns);
export const contactFactSelect = selectList(contactFactColumns);

export interface CallFactRecord {
  readonly fact_id: string;
  readonly unit: string;
  readonly call_id: string;
  readonly leg_id: string | null;
  readonly day: string;
  readonly offered_at: number;
  readonly outcome: CallOutcome;
  readonly seconds_to_answer: number | null;
  readonly caller_hash: string | null;
  readonly contact_ids: readonly string[];
  readonly place: string | null;
  readonly by_hand: boolean;
}

export function toCallFact(row: CallFactRecord): CallFact {
  return {
    factId: row.fact_id,
    unit: row.unit,
    callId: row.call_id,
    legId: row.leg_id ?? undefined,
    day: localDate(row.day),
    offeredAt: instant(Number(row.offered_at)),
    outcome: row.outcome,
    secondsToAnswer: row.seconds_to_answer ?? undefined,
    callerHash: row.caller_hash ?? undefined,
    contactIds: row.contact_ids,
    place: row.place ?? undefined,
    byHand: row.by_hand,
  };
}

/** What `contactFactSelect` gives: written by `contactFactRow`, so the classes are those of core. */
export interface ContactFactRecord {
  readonly fact_id: string;
  readonly unit: string;
  readonly contact_id: string;
  readonly day: string;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly channel: ContactFact['channel'];
  readonly first_urgency_telephone: ContactFact['firstUrgencyTelephone'] | null;
  readonly last_urgency: ContactFact['lastUrgency'] | null;
  readonly first_action: ContactFact['firstAction'] | null;
  readonly last_action: ContactFact['lastAction'] | null;
  readonly outcome: ContactFact['outcome'] | null;
  readonly place: string | null;
  readonly call_ids: readonly string[];
  readonly seconds_to_doctor: number | null;
  readonly late_entries: number;
  readonly red_paged: boolean;
  readonly seconds_to_acknowledge: number | null;
}

export function toContactFact(row: ContactFactRecord): ContactFact {
  return {
    factId: row.fact_id,
    unit: row.unit,
    contactId: row.contact_id,
    day: localDate(row.day),
    openedAt: instant(Number(row.opened_at)),
    closedAt: row.closed_at === null ? undefined : instant(Number(row.closed_at)),
    channel: row.channel,
    firstUrgencyTelephone: row.first_urgency_telephone ?? undefined,
    lastUrgency: row.last_urgency ?? undefined,
    firstAction: row.first_action ?? undefined,
    lastAction: row.last_action ?? undefined,
    outcome: row.outcome ?? undefined,
    place: row.place ?? undefined,
    callIds: row.call_ids,
    secondsToDoctor: row.seconds_to_doctor ?? undefined,
    lateEntries: row.late_entries,
    redPaged: row.red_paged,
    secondsToAcknowledge: row.seconds_to_acknowledge ?? undefined,
  };
}
