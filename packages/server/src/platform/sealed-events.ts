import { instant, type Recorded } from '@vakthavende/core/kernel';
import type { Order, StreamKind } from './journal.ts';
import { type Sealer, sealValue, unsealValue } from './seal.ts';

/** An event as the reading statement gives it; times in epoch milliseconds. */
export type StoredEvent = readonly [
  sequence: number,
  type: string,
  version: number,
  occurredAt: number,
  recordedAt: number,
  actor: string,
  data: Readonly<Record<string, unknown>>,
];

export type SubjectKeys = ReadonlyMap<string, Buffer>;

/** A sealed field inside stored data. */
interface Sealed {
  readonly $subject: string;
  readonly $sealed: string;
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && '$sealed' in value;
}

/** Opens the sealed fields; one whose key is erased or locked becomes what the stream kind says stands in its place. */
export function openEvents<State, Event extends { readonly type: string }>(
  kind: StreamKind<State, Event>,
  stream: string,
  stored: readonly StoredEvent[],
  keys: SubjectKeys,
): readonly Recorded<Event>[] {
  return stored.map(([sequence, type, version, occurredAt, recordedAt, actor, data]) => {
    const open = mapFields(data, '', (field, value) => {
      if (!isSealed(value)) return value;
      const key = keys.get(value.$subject);
      return key ? unsealValue(key, value.$sealed, place(stream, type, field)) : kind.erased(type, field);
    });
    return { event: kind.upcast(type, version, open), sequence, occurredAt: instant(occurredAt), recordedAt: instant(recordedAt), actor };
  });
}

/** Seals the events of one command, and remembers the keys it had to make. */
export class SealedEvents<State, Event extends { readonly type: string }> {
  readonly newKeys: { readonly subject: string; readonly wrapped: string }[] = [];
  readonly #kind: StreamKind<State, Event>;
  readonly #sealer: Sealer;
  readonly #keys: Map<string, Buffer>;
  readonly #closed: ReadonlySet<string>;

  /** `closed` are subjects whose keys are erased or locked. */
  constructor(kind: StreamKind<State, Event>, sealer: Sealer, keys: { readonly open: SubjectKeys; readonly closed: ReadonlySet<string> }) {
    this.#kind = kind;
    this.#sealer = sealer;
    this.#keys = new Map(keys.open);
    this.#closed = keys.closed;
  }

  /** For a read model: of one whose key is erased or locked nothing is kept, an empty text. */
  seal(subject: string, value: unknown, at: string): string {
    return this.#closed.has(subject) ? '' : sealValue(this.#key(subject), value, at);
  }

  /** Whether the event writes something about one whose key is erased or locked: that cannot be kept, and so is not accepted. */
  isClosed(after: State, event: Event): boolean {
    const fields: readonly string[] = this.#kind.sealed[event.type] ?? [];
    return fields.some((field) => valueAt(event, field) !== undefined) && this.#closed.has(this.#kind.subjectOf(after, event));
  }

  row(
    order: Pick<Order<State, Event, never>, 'stream' | 'commandId'>,
    recorded: Recorded<Event>,
    context: { readonly after: State; readonly units: readonly string[] },
  ) {
    const { event } = recorded;
    const fields: readonly string[] = this.#kind.sealed[event.type] ?? [];
    const subject = fields.length ? this.#kind.subjectOf(context.after, event) : undefined;
    const { type, ...plain } = event;
    const data = mapFields(plain, '', (field, value) => {
      if (subject === undefined || value === undefined || !fields.includes(field)) return value;
      return { $subject: subject, $sealed: this.seal(subject, value, place(order.stream, type, field)) };
    });
    return {
      stream: order.stream,
      sequence: recorded.sequence,
      type: event.type,
      version: this.#kind.version,
      occurred_at: new Date(recorded.occurredAt).toISOString(),
      recorded_at: new Date(recorded.recordedAt).toISOString(),
      actor: recorded.actor,
      command_id: order.commandId,
      units: context.units,
      subjects: subject === undefined ? [] : [subject],
      data,
    };
  }

  /** A key that a read model was the first to need belongs to the stream too: the next command finds keys by the subjects of its events. */
  withNewSubjects<Row extends { readonly subjects: readonly string[] }>(rows: readonly Row[]): readonly Row[] {
    const made = this.newKeys.map((key) => key.subject);
    return rows.map((row, i) => (i === rows.length - 1 ? { ...row, subjects: [...new Set([...row.subjects, ...made])] } : row));
  }

  #key(subject: string): Buffer {
    const known = this.#keys.get(subject);
    if (known) return known;
    const made = this.#sealer.newKey();
    this.#keys.set(subject, made.key);
    this.newKeys.push({ subject, wrapped: made.wrapped });
    return made.key;
  }
}

/** The value at a dotted path. */
function valueAt(object: object, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, field) => Object(inside)[field], object);
}

/**
 * Each field through `change`; fields of objects inside have dotted paths (`exchange.callerNumber`). What `change` replaces is not gone into;
 * lists and sealed values are fields, not objects to go into.
 */
function mapFields(
  object: Readonly<Record<string, unknown>>,
  path: string,
  change: (path: string, value: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(object).map(([field, value]) => {
      const at = path + field;
      const changed = change(at, value);
      if (changed !== value || isSealed(value) || typeof value !== 'object' || value === null || Array.isArray(value))
        return [field, changed];
      // An object that is no list: its fields are what is written in it.
      return [field, mapFields(value as Readonly<Record<string, unknown>>, `${at}.`, change)];
    }),
  );
}

function place(stream: string, type: string, field: string): string {
  return `${stream} ${type}.${field}`;
}
