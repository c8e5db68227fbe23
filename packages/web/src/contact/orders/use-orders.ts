import type { Instant } from '@vakthavende/core/kernel';
import { useCallback, useSyncExternalStore } from 'react';
import { contactOutbox } from './contact-outbox.ts';
import type { Entry, WireOrder } from './outbox.ts';

export interface Orders {
  /** Gives an order. `slot` says which field or choice it came from; `seen` the sequence that the writer had on screen when they began. */
  readonly give: (slot: string, order: WireOrder, seen?: number) => void;
  /** The latest step from a slot that the screen does not show yet. */
  readonly entry: (slot: string) => Entry | undefined;
  readonly entries: readonly Entry[];
  readonly giveUp: (commandId: string) => void;
}

/** The orders to one contact. With `occurredAt` they are told as having happened then. */
export function useOrders(contactId: string, occurredAt?: Instant): Orders {
  const entries = useSyncExternalStore(contactOutbox.subscribe, () => contactOutbox.entries(contactId));
  const give = useCallback(
    (slot: string, order: WireOrder, seen?: number) => {
      const when = occurredAt === undefined ? {} : { occurredAt: new Date(occurredAt).toISOString() };
      contactOutbox.send({ contactId, slot, order, ...when, ...(seen === undefined ? {} : { seen }) });
    },
    [contactId, occurredAt],
  );
  const entry = (slot: string) => entries.findLast((one) => one.slot === slot);
  return { give, entry, entries, giveUp: contactOutbox.dismiss };
}

/** Contacts with steps that have not come in: how many each. */
export function useUnacknowledged(): ReadonlyMap<string, number> {
  const all = useSyncExternalStore(contactOutbox.subscribe, contactOutbox.all);
  const counts = new Map<string, number>();
  for (const entry of all) if (entry.state !== 'accepted') counts.set(entry.contactId, (counts.get(entry.contactId) ?? 0) + 1);
  return counts;
}
