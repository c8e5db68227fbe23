import { setTimeout as pause } from 'node:timers/promises';
import type { Decision, Instant, Recorded, Refusal } from '@vakthavende/core/kernel';
import { type Pool, violatedConstraint } from './database.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Sealer } from './seal.ts';
import { openEvents, SealedEvents, type StoredEvent, type SubjectKeys } from './sealed-events.ts';
import { insertCommands, insertEvents, insertKeys, WriteStatements } from './write-statement.ts';

/** A kind of stream: how core's rules, the sealing and the read models of one life cycle hang together. */
export interface StreamKind<State, Event extends { readonly type: string }> {
  /** First part of the stream's name: `contact` in `contact:0192…`. */
  readonly name: string;
  readonly initial: (stream: string) => State;
  readonly evolve: (state: State, recorded: Recorded<Event>) => State;
  /** Fields of each event type that are identity or free text. */
  readonly sealed: Readonly<Partial<Record<string, readonly string[]>>>;
  /** What stands in place of a sealed field whose key is erased or locked. */
  readonly erased: (type: string, field: string) => unknown;
  /** Whose key seals an event, given the state after it. */
  readonly subjectOf: (after: State, event: Event) => string;
  /** The units that the stream relates to: who is told, and who may see. */
  readonly unitsOf: (state: State) => readonly string[];
  /** The version that events are written with; older ones are upcast when read. */
  readonly version: number;
  readonly upcast: (type: string, version: number, data: Readonly<Record<string, unknown>>) => Event;
  readonly projections: readonly Projection<State>[];
}

/** A read model, kept in the same statement as the events. */
export interface Projection<State> {
  /** A data-modifying statement that reads its rows from the jsonb parameter, e.g. `$4`. */
  readonly sql: (parameter: string) => string;
  readonly rows: (change: Change<State>) => readonly unknown[];
}

export interface Change<State> {
  readonly stream: string;
  readonly before: State;
  readonly after: State;
  readonly now: Instant;
  /** The sequence of the last event. */
  readonly sequence: number;
  /** Seals a value with the key of a subject of this stream, for a read model. */
  readonly seal: (subject: string, value: unknown, place: string) => string;
  readonly hash: Sealer['hash'];
}

export interface Order<State, Event, Refused extends Refusal> {
  readonly stream: string;
  readonly commandId: string;
  /** Tells a repeat from the same id with other content. */
  readonly bodyHash: string;
  readonly actor: string;
  readonly now: Instant;
  readonly occurredAt: Instant;
  readonly decide: (state: State) => Decision<Event, Refused>;
  readonly answer: (after: State, sequence: number) => unknown;
  /** Persons whose keys may be needed besides those already in the stream. */
  readonly subjects?: readonly string[];
}

export type Outcome<State, Refused extends Refusal> =
  | { readonly kind: 'done'; readonly answer: unknown; readonly sequence: number; readonly state: State; readonly repeated: boolean }
  | {
      readonly kind: 'refused';
      readonly refusal: Refused | { readonly code: 'command-reused' | 'try-again' | 'person-closed' };
      readonly state: State;
      readonly sequence: number;
    };

export interface Loaded<State> {
  readonly state: State;
  readonly sequence: number;
  readonly units: readonly string[];
}

/** A stream as commands meet it: in the database, or in memory for fast tests. Both pass the same suite (testing/journal-contract.ts). */
export interface EventStore<State, Event extends { readonly type: string }> {
  /** The state of a stream now, with its sealed parts open. */
  load(stream: string): Promise<Loaded<State> & { readonly recorded: readonly Recorded<Event>[] }>;
  /** Decides on the newest state and stores; decides anew when somebody else was first. */
  execute<Refused extends Refusal>(order: Order<State, Event, Refused>): Promise<Outcome<State, Refused>>;
}

/** Only other processes compete for a stream: one that has lost this often waits behind a queue of them. */
const attempts = 12;
const longestPause = 20;

interface ReadRow {
  readonly prior: { readonly hash: string; readonly answer: unknown; readonly stream: string } | null;
  readonly events: readonly StoredEvent[] | null;
  readonly keys: readonly (readonly [subject: string, wrapped: string | null, state: string])[] | null;
}

// One array of subjects: an `or` of two lists would read every key there is, on every command.
const readSql = `select
  (select jsonb_build_object('hash', body_hash, 'answer', answer, 'stream', stream) from journal.command where id = $2) as prior,
  (select jsonb_agg(jsonb_build_array(sequence, type, version, (extract(epoch from occurred_at) * 1000)::bigint,
     (extract(epoch from recorded_at) * 1000)::bigint, actor, data) order by sequence) from journal.event where stream = $1) as events,
  (select jsonb_agg(jsonb_build_array(subject, wrapped, state)) from keys.subject_key
     where subject = any($3 || array(select unnest(subjects) from journal.event where stream = $1))) as keys`;

/** The journal of one kind of stream: one reading and one writing statement a command, durable when it answers. */
export class Journal<State, Event extends { readonly type: string }> implements EventStore<State, Event> {
  readonly kind: StreamKind<State, Event>;
  readonly #pool: Pool;
  readonly #sealer: Sealer;
  readonly #statements: WriteStatements;
  readonly #inTurn = oneAtATime();

  constructor(kind: StreamKind<State, Event>, pool: Pool, sealer: Sealer) {
    this.kind = kind;
    this.#pool = pool;
    this.#sealer = sealer;
    this.#statements = new WriteStatements(kind.name);
  }

  async load(stream: string): Promise<Loaded<State> & { readonly recorded: readonly Recorded<Event>[] }> {
    const read = await this.#read(stream, '', []);
    const { state, recorded } = this.#fold(stream, read, this.#keys(read));
    return { state, sequence: recorded.length, units: this.kind.unitsOf(state), recorded };
  }

  execute<Refused extends Refusal>(order: Order<State, Event, Refused>): Promise<Outcome<State, Refused>> {
    return this.#inTurn(order.stream, () => this.#execute(order));
  }

  async #execute<Refused extends Refusal>(order: Order<State, Event, Refused>): Promise<Outcome<State, Refused>> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const read = await this.#read(order.stream, order.commandId, order.subjects ?? []);
      const keys = this.#keys(read);
      const { state, recorded } = this.#fold(order.stream, read, keys);
      if (read.prior) return this.#repeat(order, read.prior, state, recorded.length);
      const decision = order.decide(state);
      if (!decision.accepted) return { kind: 'refused', refusal: decision.refusal, state, sequence: recorded.length };
      const written = await this.#write(order, { read, keys }, { state, sequence: recorded.length, events: decision.events });
      if (written) return written;
      await pause(Math.random() * longestPause);
    }
    return { kind: 'refused', refusal: { code: 'try-again' }, state: this.kind.initial(order.stream), sequence: 0 };
  }

  #repeat<Refused extends Refusal>(
    order: Order<State, Event, Refused>,
    prior: NonNullable<ReadRow['prior']>,
    state: State,
    sequence: number,
  ): Outcome<State, Refused> {
    if (prior.hash !== order.bodyHash || prior.stream !== order.stream)
      return { kind: 'refused', refusal: { code: 'command-reused' }, state, sequence };
    return { kind: 'done', answer: prior.answer, sequence, state, repeated: true };
  }

  async #read(stream: string, commandId: string, subjects: readonly string[]): Promise<ReadRow> {
    const result = await this.#pool.query<ReadRow>({
      name: `read-${this.kind.name}`,
      text: readSql,
      values: [stream, commandId, subjects],
    });
    // The statement has no FROM: it always gives one row.
    return result.rows[0] as ReadRow;
  }

  #fold(stream: string, read: ReadRow, keys: SubjectKeys): { readonly state: State; readonly recorded: readonly Recorded<Event>[] } {
    const recorded = openEvents(this.kind, stream, read.events ?? [], keys);
    return { state: recorded.reduce((state, next) => this.kind.evolve(state, next), this.kind.initial(stream)), recorded };
  }

  #keys(read: ReadRow): SubjectKeys {
    const active = (read.keys ?? []).flatMap(([subject, wrapped, state]) =>
      wrapped && state === 'active' ? [[subject, this.#sealer.unwrap(wrapped)] as const] : [],
    );
    return new Map(active);
  }

  async #write<Refused extends Refusal>(
    order: Order<State, Event, Refused>,
    { read, keys }: { readonly read: ReadRow; readonly keys: SubjectKeys },
    from: { readonly state: State; readonly sequence: number; readonly events: readonly Event[] },
  ): Promise<Outcome<State, Refused> | undefined> {
    const closed = new Set((read.keys ?? []).flatMap(([subject, , state]) => (state === 'active' ? [] : [subject])));
    const sealed = new SealedEvents(this.kind, this.#sealer, { open: keys, closed });
    const surround = { occurredAt: order.occurredAt, recordedAt: order.now, actor: order.actor };
    const recorded = from.events.map((event, i) => ({ event, sequence: from.sequence + i + 1, ...surround }));
    let after = from.state;
    const steps = recorded.map((next) => {
      after = this.kind.evolve(after, next);
      return { next, after };
    });
    if (steps.some((step) => sealed.isClosed(step.after, step.next.event)))
      return { kind: 'refused', refusal: { code: 'person-closed' }, state: from.state, sequence: from.sequence };
    // A unit that the stream leaves is told too: its screens have something to take away.
    const units = [...new Set([...this.kind.unitsOf(from.state), ...this.kind.unitsOf(after)])];
    const rows = steps.map((step) => sealed.row(order, step.next, { after: step.after, units }));
    const answer = order.answer(after, from.sequence + recorded.length);
    const command = {
      id: order.commandId,
      stream: order.stream,
      body_hash: order.bodyHash,
      answer,
      recorded_at: new Date(order.now).toISOString(),
    };
    const change: Change<State> = {
      stream: order.stream,
      before: from.state,
      after,
      now: order.now,
      sequence: from.sequence + recorded.length,
      seal: (subject, value, place) => sealed.seal(subject, value, place),
      hash: this.#sealer.hash,
    };
    // Without events nothing has changed, and nothing stops another's newer row from being written over.
    const projected = this.kind.projections.map(({ sql, rows: rowsOf }) => ({ sql, rows: steps.length ? rowsOf(change) : [] }));
    try {
      // The projections have sealed, and made the keys that they were the first to need, before the events and keys are looked at.
      const { name, text, values } = this.#statements.of([
        { sql: insertEvents, rows: sealed.withNewSubjects(rows) },
        { sql: insertCommands, rows: [command] },
        { sql: insertKeys, rows: sealed.newKeys },
        ...projected,
      ]);
      await this.#pool.query({ name, text, values: [...values] });
    } catch (error) {
      // Somebody else wrote the same sequence, or the same command came twice at once: read again and decide again.
      const constraint = violatedConstraint(error);
      if (constraint === 'event_pkey' || constraint === 'command_pkey' || constraint === 'subject_key_pkey') return undefined;
      throw error;
    }
    return { kind: 'done', answer, sequence: from.sequence + recorded.length, state: after, repeated: false };
  }
}
