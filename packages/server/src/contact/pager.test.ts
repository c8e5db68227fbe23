import { type Contact, type ContactEvent, type ContactOrder, decideContact, nextLook, type OpenedContact } from '@vakthavende/core/contact';
import { type Instant, instant, plus, second } from '@vakthavende/core/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryJournal } from '../platform/testing/memory-journal.ts';
import { contactKind, contactStream } from './contact-stream.ts';
import type { KeptPage } from './page-store.ts';
import { lookRound, type PagerDeps, startPager } from './pager.ts';
import type { OutgoingPage } from './pager-gateway.ts';

const evening = instant(Date.UTC(2026, 2, 11, 20, 0));
const [primary, backup] = ['dina-doktor', 'birger-bakvakt'];
const redSet: ContactOrder = { type: 'setUrgency', axis: 'telephone', urgency: 'red', tool: 'none', criteria: [] };

let now: Instant;
let contacts: MemoryJournal<Contact, ContactEvent>;
let sent: OutgoingPage[];
let kept: KeptPage[];
let onDuty: { primary: string[]; backup: string[] };
let gateway: (page: OutgoingPage) => Promise<void>;
let commands = 0;

beforeEach(async () => {
  now = evening;
  contacts = new MemoryJournal(contactKind([]));
  sent = [];
  kept = [];
  onDuty = { primary: [primary], backup: [backup] };
  gateway = async () => undefined;
  await order({ type: 'openContact', contactId: 'c1', centreId: 'lvs-forde', channel: 'patientPhones', personId: 'p1' });
  await order({ type: 'stateReason', text: 'brystsmerter hos Hemmelisen' });
  await order(redSet);
});

const deps = (): PagerDeps => ({
  pages: {
    due: async (at) => {
      const states = await Promise.all(contacts.streams.map(async (stream) => (await contacts.load(stream)).state));
      return states.flatMap((state) => (state.status !== 'none' && (nextLook(state) ?? Infinity) <= at ? [state.contactId] : []));
    },
    keep: async (page) => void kept.push(page),
  },
  sealer: { hash: (kind, value) => `${kind}-${value}`.padEnd(32, 'x') },
  contacts,
  clock: () => now,
  gateway: { channel: 'sms', send: (page) => gateway(page).then(() => void sent.push(page)) },
  baseUrl: 'https://vakt.example',
  onDuty: async (units) =>
    units.includes('lvs-forde')
      ? { primary: reached(onDuty.primary), backup: reached(onDuty.backup) }
      : { primary: units.includes('lv-floro') ? reached(['flora-florolege']) : [], backup: [] },
  clinicsBeside: async (units) => (units.includes('sat-askvoll') ? ['lv-floro'] : []),
  openClinics: async () => [],
  unitName: async () => 'Førde legevakt',
  warn: () => undefined,
});

const reached = (people: readonly string[]) => people.map((staffId) => ({ staffId, phone: `tel-${staffId}` }));
const look = () => lookRound(deps());
const after = (seconds: number) => {
  now = plus(evening, seconds * second);
};

async function order(given: ContactOrder, actor = 'oda-operator', contactId = 'c1'): Promise<void> {
  commands += 1;
  const commandId = `command-${commands}`;
  const outcome = await contacts.execute({
    stream: contactStream(contactId),
    commandId,
    bodyHash: '',
    actor,
    now,
    occurredAt: now,
    decide: (state) =>
      decideContact(state, { ...given, commandId, actor, now, occurredAt: now, seen: state.status === 'none' ? 0 : state.sequence }),
    answer: () => ({}),
  });
  if (outcome.kind === 'refused') throw new Error(outcome.refusal.code);
}

/** The pager's steps as the journal tells them. */
async function steps(): Promise<readonly string[]> {
  const { recorded } = await contacts.load(contactStream('c1'));
  return recorded.flatMap(({ event }) => {
    if (event.type === 'pageSent') return [`${event.level} ${event.staffId}`];
    if (event.type === 'pageEscalated') return [`escalated ${event.from} ${event.reason}`];
    return /page|emc/i.test(event.type) ? [event.type] : [];
  });
}

const state = async () => (await contacts.load(contactStream('c1'))).state as OpenedContact;
const to = () => sent.map((page) => page.to.address);

describe('a red contact', () => {
  it('pages whoever is primary at once, with a link and without a word of the patient', async () => {
    await look();
    expect(await steps()).toEqual([`primary ${primary}`, 'pageDelivered']);
    expect(to()).toEqual([`tel-${primary}`]);
    expect(sent[0]?.answerUrl).toMatch(/^https:\/\/vakt\.example\/side\/[0-9a-f]{32}/);
    expect(JSON.stringify([sent, kept])).not.toMatch(/Hemmelisen|bryst/);
    expect(kept).toMatchObject([{ pageId: sent[0]?.pageId, contactId: 'c1', staffId: primary }]);
  });

  it('stands in the journal before it is sent', async () => {
    let journalled: readonly string[] = [];
    gateway = async () => {
      journalled = await steps();
    };
    await look();
    expect(journalled).toEqual([`primary ${primary}`]);
  });

  it('pages the backup when nobody has answered in time, then has the operator told to confer with AMK', async () => {
    await look();
    after(59);
    await look();
    expect(to()).toHaveLength(1);
    after(60);
    await look();
    expect(to()).toEqual([`tel-${primary}`, `tel-${backup}`]);
    after(120);
    await look();
    expect(await steps()).toEqual([
      `primary ${primary}`,
      'pageDelivered',
      'escalated primary noAnswer',
      `backup ${backup}`,
      'pageDelivered',
      'escalated backup noAnswer',
      'emcConferenceAdvised',
    ]);
    after(600);
    await look();
    expect(to()).toHaveLength(2);
  });

  it('pages nobody more once somebody has acknowledged', async () => {
    await look();
    after(20);
    await order({ type: 'acknowledge' }, primary);
    after(500);
    await look();
    expect(to()).toEqual([`tel-${primary}`]);
    expect((await state()).paging.state).toBe('acknowledged');
  });

  it('does not wait for those whom no message reached: the backup is paged at once', async () => {
    gateway = async (page) => {
      if (page.to.address === `tel-${primary}`) throw new Error('no such number');
    };
    await look();
    expect(await steps()).toEqual([`primary ${primary}`, 'pageFailed', 'escalated primary failed', `backup ${backup}`, 'pageDelivered']);
  });

  it('has the operator told to confer with AMK at once when the gateway is down for everyone', async () => {
    gateway = () => Promise.reject(new Error('down'));
    await look();
    expect((await steps()).slice(-2)).toEqual(['escalated backup failed', 'emcConferenceAdvised']);
  });

  it('has the operator told at once when nobody is on duty', async () => {
    onDuty = { primary: [], backup: [] };
    await look();
    expect(await steps()).toEqual(['escalated primary nobodyOnDuty', 'escalated backup nobodyOnDuty', 'emcConferenceAdvised']);
  });

  it('pages the people on duty at the place, once that is known', async () => {
    onDuty = { primary: [], backup: [] };
    await look();
    onDuty = { primary: [primary], backup: [] };
    await order({ type: 'statePlace', place: '4647', clinicId: 'lv-forde' });
    await look();
    expect(to()).toEqual([`tel-${primary}`]);
  });

  it('pages the doctors of the same service where a satellite has nobody on duty itself', async () => {
    onDuty = { primary: [], backup: [backup] };
    await order({ type: 'statePlace', place: '4645', clinicId: 'sat-askvoll' });
    await look();
    expect(await steps()).toEqual(['primary flora-florolege', 'pageDelivered']);
    after(60);
    await look();
    expect(to()).toEqual(['tel-flora-florolege', `tel-${backup}`]);
  });

  it('pages everyone at the level, and one who comes on duty meanwhile', async () => {
    onDuty = { primary: [primary, 'flora-florolege'], backup: [backup] };
    await look();
    expect(to().toSorted()).toEqual(['tel-dina-doktor', 'tel-flora-florolege']);
    onDuty.primary.push('nansen-nabolege');
    after(15);
    await order({ type: 'reportPage', pageId: sent[0]?.pageId ?? '', delivered: false }, 'pager');
    after(60);
    await look();
    expect(to()).toContain(`tel-${backup}`);
  });

  it('is sent again when the process ended between journal and gateway, as the same page', async () => {
    const never = Promise.withResolvers<void>();
    gateway = () => never.promise;
    void look();
    await expect.poll(steps).toEqual([`primary ${primary}`]);
    gateway = async () => undefined;
    after(9);
    await look();
    expect(sent).toEqual([]);
    after(10);
    await look();
    expect(to()).toEqual([`tel-${primary}`]);
    expect(sent[0]?.pageId).toBe(kept[0]?.pageId);
    expect(await steps()).toEqual([`primary ${primary}`, 'pageDelivered']);
  });

  it('is paged once by two processes that look at the same time', async () => {
    onDuty = { primary: [primary, 'flora-florolege'], backup: [backup] };
    await Promise.all([look(), look(), look()]);
    expect(to().toSorted()).toEqual(['tel-dina-doktor', 'tel-flora-florolege']);
    after(60);
    await Promise.all([look(), look(), look()]);
    expect(to()).toHaveLength(3);
    after(120);
    await Promise.all([look(), look()]);
    expect((await steps()).filter((step) => step === 'emcConferenceAdvised')).toHaveLength(1);
  });

  it('pages nobody more once AMK has received the patient and the contact is closed', async () => {
    await look();
    await order({ type: 'decideAction', action: 'referred', referral: 'hospital' });
    await order({ type: 'offerHandover', handoverId: 'h1', party: { kind: 'emc', name: 'AMK Førde' } });
    await order({ type: 'confirmHandover', handoverId: 'h1', receivedBy: 'AMK' });
    await order({ type: 'close', outcome: 'admitted' });
    after(500);
    await look();
    expect(to()).toEqual([`tel-${primary}`]);
  });

  it('is paged to all, though the gateway is slow to take the message for one', async () => {
    onDuty = { primary: [primary, 'flora-florolege'], backup: [] };
    const slow = Promise.withResolvers<void>();
    gateway = (page) => (page.to.address === `tel-${primary}` ? slow.promise : Promise.resolve());
    const looking = look();
    await expect.poll(to).toEqual(['tel-flora-florolege']);
    slow.resolve();
    await looking;
  });

  it('is paged while the gateway is slow for another contact', async () => {
    const slow = Promise.withResolvers<void>();
    gateway = () => (sent.length === 0 && kept.length === 1 ? slow.promise : Promise.resolve());
    const pager = startPager(deps());
    await expect.poll(() => kept.length).toBe(1);
    await order({ type: 'openContact', contactId: 'c2', centreId: 'lvs-forde', channel: 'other', personId: 'p2' }, 'oda-operator', 'c2');
    await order(redSet, 'oda-operator', 'c2');
    await expect.poll(to, { timeout: 2_000 }).toHaveLength(1);
    expect(kept.at(-1)?.contactId).toBe('c2');
    slow.resolve();
    await pager.stop();
    expect(sent).toHaveLength(2);
  });

  it('is not held up by an answer that comes while the gateway is slow', async () => {
    const slow = Promise.withResolvers<void>();
    gateway = () => slow.promise;
    const looking = look();
    await expect.poll(steps).toEqual([`primary ${primary}`]);
    await order({ type: 'acknowledge' }, backup);
    slow.resolve();
    await looking;
    expect((await state()).paging).toMatchObject({ state: 'acknowledged', staffId: backup, pages: [{ delivery: 'delivered' }] });
  });
});
