import { useEffect, useRef } from 'react';
import type { Entry, WireOrder } from '../../../contact/index.ts';
import { useDraft } from '../../../drafts/index.ts';
import { fieldError } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';

export interface StepForm<T> {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** The step on its way, or refused. */
  readonly entry: Entry | undefined;
  /** Sends it; what is on screen is kept until it is acknowledged. `seen`: having seen the other's change. */
  readonly send: (order: WireOrder, seen?: number) => void;
  /** What the server says of a field. */
  readonly error: (field: string) => string | undefined;
  readonly discard: () => void;
  readonly restoredFrom: number | undefined;
}

interface Written<T> {
  readonly value: T;
  /** The contact's sequence on screen when the writing began. */
  readonly seen: number;
}

interface Shape<T> {
  /** Where the step comes from: names the draft and its place in the outbox. */
  readonly slot: string;
  readonly initial: T;
  /** What was written, from the order that was sent: to be put right when it is refused. */
  readonly fromOrder: (order: WireOrder) => T | undefined;
  readonly onDone: () => void;
}

/** The state of one step's form: survives a reload and a lost connection, and holds what was written until the server has it. */
export function useStepForm<T extends object>(shape: Shape<T>): StepForm<T> {
  const { contactId, detail, orders } = useClinicContact();
  const draft = useDraft<Written<T> | null>(`legevakt:${contactId}:${shape.slot}`, null);
  const entry = orders.entry(shape.slot);
  const underWay = entry && entry.state !== 'accepted' ? shape.fromOrder(entry.order) : undefined;
  const value = draft.value?.value ?? underWay ?? shape.initial;
  const sent = useRef(false);
  const done = useRef(shape.onDone);
  done.current = shape.onDone;
  const state = entry?.state;
  useEffect(() => {
    if (!sent.current || (state !== undefined && state !== 'accepted')) return;
    sent.current = false;
    done.current();
  }, [state]);
  return {
    value,
    entry,
    restoredFrom: draft.restoredFrom,
    change: (part) => draft.set((before) => ({ value: { ...(before?.value ?? value), ...part }, seen: before?.seen ?? detail.sequence })),
    send: (order, seen) => {
      orders.give(shape.slot, order, seen ?? draft.value?.seen ?? detail.sequence);
      sent.current = true;
      draft.clear();
    },
    error: (field) =>
      entry?.state === 'refused' && entry.problem?.code !== 'contact-changed' ? fieldError(withErrors(entry.problem), field) : undefined,
    discard: () => {
      if (entry?.state === 'refused') orders.giveUp(entry.commandId);
      draft.clear();
    },
  };
}

function withErrors(problem: Entry['problem']) {
  return problem && { ...problem, errors: problem.errors ?? [] };
}
