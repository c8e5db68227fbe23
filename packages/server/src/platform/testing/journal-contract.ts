import type { Recorded } from '@vakthavende/core/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventStore } from '../journal.ts';
import { at, full, ordering, type RoomEvent, takeBed, type Ward } from './rooms.ts';

export interface OpenedStore {
  readonly store: EventStore<Ward, RoomEvent>;
  /** The same streams as another server process has them. */
  readonly elsewhere: EventStore<Ward, RoomEvent>;
  /** Puts in an event as version 1 of the code wrote it. */
  readonly plant: (stream: string, recorded: Recorded<{ readonly type: string }>) => Promise<void>;
}

/** What every journal answers, in the database or in memory. `open` gives an empty one. */
export function journalContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`the journal ${name}`, () => {
    let opened: OpenedStore;
    let store: EventStore<Ward, RoomEvent>;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    const told = async (stream = 'ward:1') => (await store.load(stream)).state.told;

    it('knows nothing of a stream that nobody wrote', async () => {
      expect(await store.load('ward:1')).toEqual({ state: { beds: [], sequence: 0, told: [] }, sequence: 0, units: [], recorded: [] });
    });

    it('answers with the state after the command and keeps what happened', async () => {
      const outcome = await store.execute(ordering({ decide: takeBed('a') }));
      expect(outcome).toMatchObject({ kind: 'done', sequence: 1, answer: { sequence: 1 }, repeated: false });
      const loaded = await store.load('ward:1');
      expect(loaded).toMatchObject({ sequence: 1, units: ['unit-a'], state: { beds: [{ bed: 'a', about: 'about a', note: 'note a' }] } });
      expect(loaded.state).toEqual(outcome.state);
    });

    it('gives the first answer to a repeat, whatever has happened since', async () => {
      const order = ordering({ decide: takeBed('a') });
      await store.execute(order);
      await store.execute(ordering({ decide: takeBed('b') }));
      expect(await store.execute(order)).toMatchObject({ kind: 'done', answer: { sequence: 1 }, repeated: true, sequence: 2 });
      expect(await told()).toEqual(['1 bedTaken a staff-1', '2 bedTaken b staff-1']);
    });

    it('refuses the same command id with other content, or on another stream', async () => {
      const order = ordering({ decide: takeBed('a') });
      await store.execute(order);
      expect(await store.execute({ ...order, bodyHash: 'other' })).toMatchObject({ kind: 'refused', refusal: { code: 'command-reused' } });
      expect(await store.execute({ ...order, stream: 'ward:2' })).toMatchObject({ kind: 'refused', refusal: { code: 'command-reused' } });
      expect(await told('ward:2')).toEqual([]);
    });

    it('stores nothing of a refusal, so that the same command may be sent again when it can be met', async () => {
      const order = ordering({ decide: takeBed('a', 0) });
      expect(await store.execute(order)).toMatchObject({ kind: 'refused', refusal: full, sequence: 0 });
      expect(await store.execute({ ...order, decide: takeBed('a', 1) })).toMatchObject({ kind: 'done', repeated: false });
    });

    it('accepts what is already so without an event, and remembers the command', async () => {
      await store.execute(ordering({ decide: takeBed('a') }));
      const again = ordering({ decide: takeBed('a') });
      expect(await store.execute(again)).toMatchObject({ kind: 'done', sequence: 1, repeated: false });
      expect(await store.execute(again)).toMatchObject({ kind: 'done', sequence: 1, repeated: true });
      expect(await store.execute({ ...again, bodyHash: 'other' })).toMatchObject({ refusal: { code: 'command-reused' } });
      expect(await told()).toHaveLength(1);
    });

    it('lets two writers at once both land, one after the other', async () => {
      const both = await Promise.all([
        store.execute(ordering({ decide: takeBed('a') })),
        opened.elsewhere.execute(ordering({ decide: takeBed('b') })),
      ]);
      expect(both.map((outcome) => outcome.sequence).toSorted()).toEqual([1, 2]);
      expect((await store.load('ward:1')).state.beds.map((bed) => bed.bed).toSorted()).toEqual(['a', 'b']);
    });

    it('lets one of two writers at once be refused by the rule, on what the other did', async () => {
      const both = await Promise.all([
        store.execute(ordering({ decide: takeBed('a', 1) })),
        opened.elsewhere.execute(ordering({ decide: takeBed('b', 1) })),
      ]);
      expect(both.map((outcome) => outcome.kind).toSorted()).toEqual(['done', 'refused']);
      expect(both.find((outcome) => outcome.kind === 'refused')).toMatchObject({ refusal: full });
      expect(await told()).toHaveLength(1);
    });

    it('carries out a command once when it comes twice at once, and gives both the same answer', async () => {
      const order = ordering({ decide: takeBed('a') });
      const both = await Promise.all([store.execute(order), opened.elsewhere.execute(order)]);
      expect(both).toMatchObject([{ answer: { sequence: 1 } }, { answer: { sequence: 1 } }]);
      expect(both.map((outcome) => outcome.kind === 'done' && outcome.repeated).toSorted()).toEqual([false, true]);
      expect(await told()).toHaveLength(1);
    });

    it('loses none of fifty commands at once on one stream, from two processes', async () => {
      const beds = Array.from({ length: 50 }, (_, i) => `bed-${i}`);
      const outcomes = await Promise.all(
        beds.map((bed, i) => (i % 2 ? store : opened.elsewhere).execute(ordering({ decide: takeBed(bed, 50) }))),
      );
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(beds.map(() => 'done'));
      expect(outcomes.map((outcome) => outcome.sequence).toSorted((a, b) => a - b)).toEqual(beds.map((_, i) => i + 1));
      const { state, recorded } = await store.load('ward:1');
      expect(state.beds.map((bed) => bed.bed).toSorted()).toEqual(beds.toSorted());
      expect(recorded.map((each) => each.sequence)).toEqual(beds.map((_, i) => i + 1));
    });

    it('keeps several events of one command in their order', async () => {
      const decide = () => ({
        accepted: true as const,
        events: [
          { type: 'bedTaken' as const, bed: 'z', by: {} },
          { type: 'bedFreed' as const, bed: 'z' },
          { type: 'bedTaken' as const, bed: 'a', by: {} },
        ],
      });
      expect(await store.execute(ordering({ decide }))).toMatchObject({ sequence: 3, answer: { sequence: 3 } });
      expect(await told()).toEqual(['1 bedTaken z staff-1', '2 bedFreed z staff-1', '3 bedTaken a staff-1']);
    });

    it('keeps both times to the millisecond, also of what is told late', async () => {
      await store.execute(ordering({ decide: takeBed('a'), now: at(999), occurredAt: at(-3_599_877) }));
      await store.execute(ordering({ decide: takeBed('b'), now: at(1_001), occurredAt: at(1), actor: 'staff-2' }));
      expect((await store.load('ward:1')).recorded).toMatchObject([
        { recordedAt: at(999), occurredAt: at(-3_599_877), actor: 'staff-1', sequence: 1 },
        { recordedAt: at(1_001), occurredAt: at(1), actor: 'staff-2', sequence: 2 },
      ]);
    });

    it('keeps what is not stated as not stated', async () => {
      const decide = () => ({
        accepted: true as const,
        events: [{ type: 'bedTaken' as const, bed: 'a', about: undefined, by: { note: undefined } }],
      });
      await store.execute(ordering({ decide }));
      expect((await store.load('ward:1')).recorded[0]?.event).toStrictEqual({ type: 'bedTaken', bed: 'a', by: {} });
    });

    it('reads an event of an earlier version as today’s code knows it', async () => {
      const event = { type: 'bedTaken', bed: 7, by: {} };
      await opened.plant('ward:1', { event, sequence: 1, occurredAt: at(0), recordedAt: at(0), actor: 'staff-0' });
      await store.execute(ordering({ decide: takeBed('a') }));
      expect((await store.load('ward:1')).state.beds.map((bed) => bed.bed)).toEqual(['bed 7', 'a']);
    });

    it('throws what a rule throws, and stores nothing', async () => {
      const decide = () => {
        throw new Error('a fault in a rule');
      };
      await expect(store.execute(ordering({ decide }))).rejects.toThrow('a fault in a rule');
      expect(await store.execute(ordering({ decide: takeBed('a') }))).toMatchObject({ kind: 'done', sequence: 1 });
    });
  });
}
