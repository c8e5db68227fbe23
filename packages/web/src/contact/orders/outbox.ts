import type { postContactCommand } from '@vakthavende/contract/contact';
import type { Problem } from '@vakthavende/contract/kernel';
import type { InputTo } from '../../app/index.ts';
import { type Known, nothingKnown, raisedByAnswer, raisedByScreen, seenFor } from './known.ts';

/** As it goes over the wire: instants are text. */
export type WireCommand = InputTo<typeof postContactCommand>['body'];
export type WireOrder = WireCommand['order'];

export interface Step {
  readonly contactId: string;
  /** The field or choice that it came from: where a refusal is shown. */
  readonly slot: string;
  readonly order: WireOrder;
  readonly occurredAt?: string | undefined;
  /** The sequence on screen when the writing began; left out: what is known when it is sent. */
  readonly seen?: number | undefined;
}

export interface Entry extends Step {
  readonly commandId: string;
  /** Order of taking: steps from before a reload go first, as they were taken. */
  readonly turn: number;
  /**
   * `waiting`: could not reach the server, tried again by itself. `accepted`: on the server's disk, and here only until the screen shows it,
   * so that a field does not flicker back to what it held before.
   */
  readonly state: 'queued' | 'sending' | 'waiting' | 'refused' | 'accepted';
  /** The contact's sequence after it was accepted. */
  readonly sequence?: number | undefined;
  readonly problem?: Problem | undefined;
}

export type PostResult =
  | { readonly kind: 'accepted'; readonly sequence: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No answer, or one that says to try again: the same command id may be sent again. */
  | { readonly kind: 'unreached' };

export interface OutboxPorts {
  readonly post: (contactId: string, command: WireCommand) => Promise<PostResult>;
  readonly newId: () => string;
  /** Rises, also over a reload. */
  readonly nextTurn: () => number;
  /** Calls back after a while; the number of failures so far decides how long. */
  readonly later: (retry: () => void, failures: number) => void;
  /** Unacknowledged steps outlive a reload. */
  readonly keep: { readonly put: (entry: Entry) => void; readonly remove: (commandId: string) => void };
  /** The one who writes: what they changed themselves is no surprise to them. */
  readonly me: () => string | undefined;
  readonly accepted: (entry: Entry, sequence: number) => void;
}

export interface Outbox {
  readonly send: (step: Step) => string;
  readonly entries: (contactId: string) => readonly Entry[];
  readonly all: () => readonly Entry[];
  /** Takes a refused step away: it was put right, or given up. */
  readonly dismiss: (commandId: string) => void;
  /** Steps from before a reload. */
  readonly restore: (entries: readonly Entry[]) => void;
  /** The screen now shows the contact at this sequence. */
  readonly shown: (contactId: string, sequence: number) => void;
  readonly known: (contactId: string) => number | undefined;
  readonly retry: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const none: readonly Entry[] = [];

/**
 * Sends the steps of each contact one at a time, in the order they were taken, and keeps each until it is acknowledged.
 * A repeat after a lost answer has the same command id and gets the first answer.
 */
export function createOutbox(ports: OutboxPorts): Outbox {
  let entries = new Map<string, readonly Entry[]>();
  let all: readonly Entry[] = none;
  const known = new Map<string, Known>();
  const listeners = new Set<() => void>();
  const busy = new Set<string>();
  const failures = new Map<string, number>();

  const of = (contactId: string) => entries.get(contactId) ?? none;
  const knownOf = (contactId: string) => known.get(contactId) ?? nothingKnown;

  function change(contactId: string, next: readonly Entry[]): void {
    entries = new Map(entries).set(contactId, next);
    all = [...entries.values()].flat();
    for (const listener of listeners) listener();
  }

  function replace(entry: Entry): void {
    ports.keep.put(entry);
    change(
      entry.contactId,
      of(entry.contactId).map((one) => (one.commandId === entry.commandId ? entry : one)),
    );
  }

  function drop(entry: Entry): void {
    ports.keep.remove(entry.commandId);
    change(
      entry.contactId,
      of(entry.contactId).filter((one) => one.commandId !== entry.commandId),
    );
  }

  function pump(contactId: string): void {
    const next = of(contactId).find((entry) => entry.state !== 'refused' && entry.state !== 'accepted');
    if (!next || busy.has(contactId)) return;
    busy.add(contactId);
    const sending: Entry = { ...next, state: 'sending' };
    replace(sending);
    const seen = seenFor(knownOf(contactId), sending.seen);
    const command: WireCommand = {
      commandId: sending.commandId,
      order: sending.order,
      ...(sending.occurredAt === undefined ? {} : { occurredAt: sending.occurredAt }),
      ...(seen === undefined ? {} : { seen }),
    };
    void ports.post(contactId, command).then((result) => {
      busy.delete(contactId);
      settle(sending, result);
    });
  }

  function settle(entry: Entry, result: PostResult): void {
    switch (result.kind) {
      case 'accepted':
        failures.delete(entry.contactId);
        known.set(entry.contactId, raisedByAnswer(knownOf(entry.contactId), result.sequence));
        keepUntilShown({ ...entry, state: 'accepted', sequence: result.sequence });
        ports.accepted(entry, result.sequence);
        pump(entry.contactId);
        break;
      case 'refused':
        refuse(entry, result.problem);
        pump(entry.contactId);
        break;
      case 'unreached': {
        const count = (failures.get(entry.contactId) ?? 0) + 1;
        failures.set(entry.contactId, count);
        replace({ ...entry, state: 'waiting' });
        ports.later(() => pump(entry.contactId), count);
      }
    }
  }

  function keepUntilShown(entry: Entry): void {
    ports.keep.remove(entry.commandId);
    change(
      entry.contactId,
      of(entry.contactId).map((one) => (one.commandId === entry.commandId ? entry : one)),
    );
  }

  function shown(contactId: string, sequence: number): void {
    known.set(contactId, raisedByScreen(knownOf(contactId), sequence));
    const left = of(contactId).filter((entry) => entry.state !== 'accepted' || (entry.sequence ?? 0) > sequence);
    if (left.length < of(contactId).length) change(contactId, left);
  }

  function refuse(entry: Entry, problem: Problem): void {
    const mine = ownChangesOnly(problem, ports.me());
    if (mine === undefined) {
      replace({ ...entry, state: 'refused', problem });
      holdClosing(entry.contactId);
    } else {
      ports.keep.remove(entry.commandId);
      const again: Entry = { ...entry, commandId: ports.newId(), seen: mine, state: 'queued' };
      ports.keep.put(again);
      change(
        entry.contactId,
        of(entry.contactId).map((one) => (one.commandId === entry.commandId ? again : one)),
      );
    }
  }

  /** A contact is not closed over a step that did not come in: closing waits for the one who closes. */
  function holdClosing(contactId: string): void {
    for (const entry of of(contactId))
      if (entry.order.type === 'close' && entry.state === 'queued') replace({ ...entry, state: 'refused' });
  }

  return {
    send: (step) => {
      const entry: Entry = { ...step, commandId: ports.newId(), turn: ports.nextTurn(), state: 'queued' };
      // What is sent anew from the same place stands in for what was refused there.
      for (const old of of(step.contactId)) if (old.slot === step.slot && old.state === 'refused') drop(old);
      ports.keep.put(entry);
      change(step.contactId, [...of(step.contactId), entry]);
      pump(step.contactId);
      return entry.commandId;
    },
    entries: of,
    all: () => all,
    dismiss: (commandId) => {
      const entry = all.find((one) => one.commandId === commandId);
      if (entry?.state === 'refused') drop(entry);
    },
    restore: (kept) => {
      for (const entry of kept.toSorted((a, b) => a.turn - b.turn)) {
        if (of(entry.contactId).some((one) => one.commandId === entry.commandId)) continue;
        const restored: Entry = entry.state === 'refused' ? entry : { ...entry, state: 'waiting' };
        change(
          entry.contactId,
          [...of(entry.contactId), restored].toSorted((a, b) => a.turn - b.turn),
        );
      }
      for (const contactId of entries.keys()) pump(contactId);
    },
    shown,
    known: (contactId) => known.get(contactId)?.to,
    retry: () => {
      for (const contactId of entries.keys()) pump(contactId);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The present sequence, when everything that the sender had not seen is their own doing (their steps overtook the screen). */
function ownChangesOnly(problem: Problem, me: string | undefined): number | undefined {
  if (problem.code !== 'contact-changed' || me === undefined) return undefined;
  const { changes, sequence } = problem;
  if (!Array.isArray(changes) || changes.length === 0 || typeof sequence !== 'number') return undefined;
  return changes.every((one: unknown) => typeof one === 'object' && one !== null && 'by' in one && one.by === me) ? sequence : undefined;
}
