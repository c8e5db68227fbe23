import { describe, expect, it } from 'vitest';
import { createOutbox, type Entry, type PostResult, type WireCommand } from './outbox.ts';

const contactId = '00000000-0000-4000-8000-000000000001';
const reason = (text: string) => ({ contactId, slot: 'reason', order: { type: 'stateReason' as const, text } });
const close = { contactId, slot: 'close', order: { type: 'close' as const, outcome: 'advised' as const } };

function setting() {
  const sent: WireCommand[] = [];
  const answers: ((result: PostResult) => void)[] = [];
  const kept = new Map<string, Entry>();
  const retries: (() => void)[] = [];
  let id = 0;
  const outbox = createOutbox({
    post: (_contact, command) => {
      sent.push(command);
      return new Promise((resolve) => answers.push(resolve));
    },
    newId: () => `id-${++id}`,
    nextTurn: () => id,
    later: (retry) => retries.push(retry),
    keep: { put: (entry) => kept.set(entry.commandId, entry), remove: (commandId) => kept.delete(commandId) },
    me: () => 'me',
    accepted: () => undefined,
  });
  const answer = async (result: PostResult) => {
    answers.shift()?.(result);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { outbox, sent, kept, retries, answer, states: () => outbox.entries(contactId).map((entry) => `${entry.slot}:${entry.state}`) };
}

const refused = (code: string, more: object = {}): PostResult => ({
  kind: 'refused',
  problem: { type: 'x', title: 'x', status: 409, detail: 'Nei', code, ...more },
});

describe('steps of a contact', () => {
  it('go one at a time, in order, and are forgotten when acknowledged', async () => {
    const { outbox, sent, answer, kept, states } = setting();
    outbox.send(reason('Feber'));
    outbox.send(close);
    expect(sent.map((one) => one.order.type)).toEqual(['stateReason']);
    expect(states()).toEqual(['reason:sending', 'close:queued']);
    await answer({ kind: 'accepted', sequence: 1 });
    expect(sent.map((one) => one.order.type)).toEqual(['stateReason', 'close']);
    await answer({ kind: 'accepted', sequence: 2 });
    expect(states()).toEqual(['reason:accepted', 'close:accepted']);
    expect(kept.size).toBe(0);
    outbox.shown(contactId, 1);
    expect(states()).toEqual(['close:accepted']);
    outbox.shown(contactId, 2);
    expect(states()).toEqual([]);
  });

  it('are sent again under the same id when no answer came', async () => {
    const { outbox, sent, answer, retries, states, kept } = setting();
    outbox.send(reason('Feber'));
    await answer({ kind: 'unreached' });
    expect(states()).toEqual(['reason:waiting']);
    expect(kept.size).toBe(1);
    retries[0]?.();
    expect(sent[1]?.commandId).toBe(sent[0]?.commandId);
  });

  it('go on after a reload', () => {
    const before = setting();
    before.outbox.send(reason('Feber'));
    const after = setting();
    after.outbox.restore([...before.kept.values()]);
    expect(after.sent[0]).toEqual(before.sent[0]);
  });

  it('keep a refused one with its reason until it is put right', async () => {
    const { outbox, answer, states } = setting();
    outbox.send(reason('Feber'));
    await answer(refused('text-missing', { field: 'text' }));
    expect(states()).toEqual(['reason:refused']);
    outbox.send(reason('Feber i tre dager'));
    expect(states()).toEqual(['reason:sending']);
  });

  it('do not close the contact over a refused one', async () => {
    const { outbox, sent, answer, states } = setting();
    outbox.send(reason('Feber'));
    outbox.send(close);
    await answer(refused('text-missing'));
    expect(states()).toEqual(['reason:refused', 'close:refused']);
    expect(sent).toHaveLength(1);
  });
});

describe('what the sender had seen', () => {
  it('is the screen when the writing began, raised by own steps that followed directly', async () => {
    const { outbox, sent, answer } = setting();
    outbox.shown(contactId, 4);
    outbox.send({ ...reason('Feber'), seen: 4 });
    await answer({ kind: 'accepted', sequence: 5 });
    outbox.send({ ...close, seen: 4 });
    expect(sent.map((one) => one.seen)).toEqual([4, 5]);
  });

  it("is not raised past another's possible change", async () => {
    const { outbox, sent, answer } = setting();
    outbox.shown(contactId, 4);
    outbox.send({ ...reason('Feber'), seen: 4 });
    await answer({ kind: 'accepted', sequence: 6 });
    outbox.send({ ...close, seen: 4 });
    expect(sent[1]?.seen).toBe(4);
    outbox.shown(contactId, 7);
    expect(outbox.known(contactId)).toBe(7);
  });

  it('is put right by itself when only own changes were unseen', async () => {
    const { outbox, sent, answer, states } = setting();
    outbox.send(reason('Feber'));
    await answer(refused('contact-changed', { sequence: 9, changes: [{ type: 'reasonStated', by: 'me', sequence: 9 }] }));
    expect(sent[1]).toMatchObject({ seen: 9 });
    expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
    expect(states()).toEqual(['reason:sending']);
  });

  it("is the writer's to settle when another changed it", async () => {
    const { outbox, answer, states } = setting();
    outbox.send(reason('Feber'));
    await answer(refused('contact-changed', { sequence: 9, changes: [{ type: 'reasonStated', by: 'other', sequence: 9 }] }));
    expect(states()).toEqual(['reason:refused']);
  });
});
