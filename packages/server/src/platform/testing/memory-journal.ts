import { setImmediate as turn } from 'node:timers/promises';
import type { Recorded, Refusal } from '@vakthavende/core/kernel';
import type { EventStore, Order, Outcome, StreamKind } from '../journal.ts';

interface Kept<Event> {
  readonly recorded: Recorded<Event>;
  readonly version: number;
}

interface Command {
  readonly stream: string;
  readonly hash: string;
  readonly answer: unknown;
}

const attempts = 1_000;

/**
 * The journal in memory, for fast tests of what stands on it: the same answers, refusals and conflicts as the one in the database (they pass
 * one suite, journal-contract.ts). It keeps no read models and seals nothing.
 */
export class MemoryJournal<State, Event extends { readonly type: string }> implements EventStore<State, Event> {
  readonly kind: StreamKind<State, Event>;
  readonly #streams = new Map<string, readonly Kept<Event>[]>();
  readonly #commands = new Map<string, Command>();

  constructor(kind: StreamKind<State, Event>) {
    this.kind = kind;
  }

  get streams(): readonly string[] {
    return [...this.#streams.keys()];
  }

  async load(stream: string) {
    await turn();
    const recorded = this.#recorded(stream);
    const state = this.#fold(stream, recorded);
    return { state, sequence: recorded.length, units: this.kind.unitsOf(state), recorded };
  }

  async execute<Refused extends Refusal>(order: Order<State, Event, Refused>): Promise<Outcome<State, Refused>> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const recorded = this.#recorded(order.stream);
      const state = this.#fold(order.stream, recorded);
      const sequence = recorded.length;
      const prior = this.#commands.get(order.commandId);
      if (prior) {
        const same = prior.hash === order.bodyHash && prior.stream === order.stream;
        return same
          ? { kind: 'done', answer: structuredClone(prior.answer), sequence, state, repeated: true }
          : { kind: 'refused', refusal: { code: 'command-reused' }, state, sequence };
      }
      const decision = order.decide(state);
      if (!decision.accepted) return { kind: 'refused', refusal: decision.refusal, state, sequence };
      // Between reading and writing others get their turn, as they do in a database.
      await turn();
      const written = this.#write(order, { state, sequence, events: decision.events });
      if (written) return written;
    }
    return { kind: 'refused', refusal: { code: 'try-again' }, state: this.kind.initial(order.stream), sequence: 0 };
  }

  /** An event as an earlier version of the code wrote it. */
  plant(stream: string, recorded: Recorded<Event>, version: number): void {
    this.#streams.set(stream, [...(this.#streams.get(stream) ?? []), { recorded, version }]);
  }

  #write<Refused extends Refusal>(
    order: Order<State, Event, Refused>,
    from: { readonly state: State; readonly sequence: number; readonly events: readonly Event[] },
  ): Outcome<State, Refused> | undefined {
    const kept = this.#streams.get(order.stream) ?? [];
    const taken = from.events.length > 0 && kept.length !== from.sequence;
    if (taken || this.#commands.has(order.commandId)) return undefined;
    const surround = { occurredAt: order.occurredAt, recordedAt: order.now, actor: order.actor };
    const recorded = from.events.map((event, i) => ({ event: asStored(event), sequence: from.sequence + i + 1, ...surround }));
    const state = recorded.reduce((before, next) => this.kind.evolve(before, next), from.state);
    const sequence = from.sequence + recorded.length;
    const answer = order.answer(state, sequence);
    this.#commands.set(order.commandId, { stream: order.stream, hash: order.bodyHash, answer: asStored(answer) });
    if (recorded.length > 0) {
      const version = this.kind.version;
      this.#streams.set(order.stream, [...kept, ...recorded.map((each) => ({ recorded: each, version }))]);
    }
    return { kind: 'done', answer, sequence, state, repeated: false };
  }

  #recorded(stream: string): readonly Recorded<Event>[] {
    return (this.#streams.get(stream) ?? []).map(({ recorded, version }) => {
      const { type, ...data } = asStored(recorded.event);
      return { ...recorded, event: this.kind.upcast(type, version, data) };
    });
  }

  #fold(stream: string, recorded: readonly Recorded<Event>[]): State {
    return recorded.reduce((state, next) => this.kind.evolve(state, next), this.kind.initial(stream));
  }
}

/** What comes back from a column of JSON: fields that are undefined are gone. */
function asStored<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
