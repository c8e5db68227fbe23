import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Contact,
  type ContactCommand,
  type ContactEvent,
  type ContactOrder,
  type DutyContact,
  decideContact,
  nextPagingStep,
  type OnDuty,
  type OpenedContact,
  type Page,
  resendAfter,
  servingUnits,
} from '@vakthavende/core/contact';
import { type Instant, never } from '@vakthavende/core/kernel';
import type { EventStore } from '../platform/journal.ts';
import type { Sealer } from '../platform/seal.ts';
import { contactStream } from './contact-stream.ts';
import type { PageStore } from './page-store.ts';
import { pageToken } from './page-token.ts';
import type { PagerGateway } from './pager-gateway.ts';
import { pageText } from './pager-texts.nb.ts';

export interface OnDutyPerson {
  readonly staffId: string;
  readonly phone: string;
  /** Where they are on duty. */
  readonly unit?: string | undefined;
}

export interface PagerDeps {
  readonly pages: PageStore;
  readonly sealer: Pick<Sealer, 'hash'>;
  readonly contacts: EventStore<Contact, ContactEvent>;
  readonly clock: () => Instant;
  readonly gateway: PagerGateway;
  readonly baseUrl: string;
  /** Who is on duty at these units at an instant, the first units first. */
  readonly onDuty: (units: readonly string[], at: Instant) => Promise<{ readonly [level in keyof OnDuty]: readonly OnDutyPerson[] }>;
  /** Clinics open for a place now, where the contact names no clinic yet. */
  readonly openClinics: (place: string, at: Instant) => Promise<readonly string[]>;
  /** The other clinics of the same service, whose people answer where a clinic has nobody on duty itself. */
  readonly clinicsBeside: (units: readonly string[]) => Promise<readonly string[]>;
  readonly unitName: (unit: string) => Promise<string>;
  readonly warn: (what: string) => void;
}

const lookEvery = 500;
const mostAtOnce = 50;

/**
 * Pages the people on duty for red contacts, until somebody acknowledges or the operator is told to confer with the EMC. What to do is core's
 * (`nextPagingStep`); here it is carried out. Any number of server processes may run it: the journal lets one of them take each step.
 */
export function startPager(deps: PagerDeps): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const busy = new Map<string, Promise<void>>();
  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      await startLooks(deps, busy).catch(() => deps.warn('pager: could not look'));
      await pause(lookEvery, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await rounds;
      await Promise.all(busy.values());
    },
  };
}

/** Looks at what is due and is not being looked at. Nobody waits for the looks: a gateway that is slow for one contact holds up no other. */
async function startLooks(deps: PagerDeps, busy: Map<string, Promise<void>>): Promise<void> {
  const due = await deps.pages.due(deps.clock(), mostAtOnce);
  for (const contactId of due) {
    if (busy.has(contactId)) continue;
    // The database is away for a moment: the contact is still due at the next look.
    const looking = look(deps, contactId).catch(() => deps.warn('pager: a look failed'));
    busy.set(
      contactId,
      looking.finally(() => busy.delete(contactId)),
    );
  }
}

/** One look at all that is due, to its end. */
export async function lookRound(deps: PagerDeps): Promise<void> {
  const busy = new Map<string, Promise<void>>();
  await startLooks(deps, busy);
  await Promise.all(busy.values());
}

/** Takes the steps that are due for one contact, until the next is to wait. A red contact is never left because one step failed. */
async function look(deps: PagerDeps, contactId: string): Promise<void> {
  for (let steps = 0; steps < 6; steps++) {
    const { state } = await deps.contacts.load(contactStream(contactId));
    if (state.status === 'none') return;
    const now = deps.clock();
    const step = nextPagingStep(state, now, await dutyContacts(deps, state, now));
    switch (step.kind) {
      case 'nothing':
        return;
      case 'wait':
        return resendUnsure(deps, state, now);
      case 'page':
        // Beside each other: one whom the gateway is slow to reach keeps nobody else from being paged.
        await Promise.all(step.people.map((person) => page(deps, state, { person, level: step.level, answerBy: step.answerBy })));
        break;
      case 'escalate':
        await order(deps, contactId, { type: 'escalatePage', from: step.from, reason: step.reason });
        break;
      case 'adviseEmc':
        await order(deps, contactId, { type: 'adviseEmcConference' });
        break;
      default:
        never(step);
    }
  }
}

async function dutyContacts(deps: PagerDeps, contact: OpenedContact, at: Instant): Promise<OnDuty> {
  const open = contact.clinicId === undefined && contact.place !== undefined ? await deps.openClinics(contact.place, at) : [];
  const units = [...new Set([...(contact.clinicId === undefined ? open : [contact.clinicId]), ...servingUnits(contact)])];
  const own = await deps.onDuty(units, at);
  const others = own.primary.length && own.backup.length ? own : await deps.onDuty(await deps.clinicsBeside(units), at);
  const reach = (people: readonly OnDutyPerson[]): readonly DutyContact[] =>
    people.map(({ staffId, phone, unit }) => ({ staffId, unit, to: { channel: deps.gateway.channel, address: phone } }));
  return {
    primary: reach(own.primary.length ? own.primary : others.primary),
    backup: reach(own.backup.length ? own.backup : others.backup),
  };
}

interface Paged {
  readonly person: DutyContact;
  readonly level: Page['level'];
  readonly answerBy: Instant;
}

/** The page stands in the journal before it is sent: what was sent is always known. */
async function page(deps: PagerDeps, contact: OpenedContact, paged: Paged): Promise<void> {
  const { person, level, answerBy } = paged;
  const since = 'since' in contact.paging ? contact.paging.since : 0;
  // The same page by two processes has the same id: the journal lets one of them send it.
  const pageId = uuidOf(`${contact.contactId} ${contact.earlierPages.length} ${since} ${level} ${person.staffId} ${person.to.address}`);
  const sent = await order(
    deps,
    contact.contactId,
    { type: 'sendPage', pageId, level, staffId: person.staffId, to: person.to, unit: person.unit, answerBy },
    pageId,
  );
  if (sent) await deliver(deps, contact, { pageId, level, staffId: person.staffId, to: person.to, sentAt: deps.clock(), answerBy });
}

type Delivery = Pick<Page, 'pageId' | 'level' | 'staffId' | 'to' | 'sentAt' | 'answerBy'>;

async function deliver(deps: PagerDeps, contact: OpenedContact, sent: Delivery): Promise<void> {
  const text = pageText({ unit: await deps.unitName(contact.clinicId ?? contact.centreId), level: sent.level });
  await deps.pages.keep({ ...sent, contactId: contact.contactId, text });
  const answerUrl = `${deps.baseUrl}/side/${pageToken(deps.sealer, sent.pageId)}`;
  const delivered = await deps.gateway.send({ pageId: sent.pageId, to: sent.to, text, answerUrl }).then(
    () => ({ delivered: true }),
    // What a gateway says can hold the number; that it did not take the message is enough.
    () => ({ delivered: false, reason: 'gateway' }),
  );
  await order(deps, contact.contactId, { type: 'reportPage', pageId: sent.pageId, ...delivered });
}

/** Pages that nobody knows the fate of, because a process ended between journal and gateway. */
async function resendUnsure(deps: PagerDeps, contact: OpenedContact, now: Instant): Promise<void> {
  const { paging } = contact;
  if (paging.state !== 'waiting') return;
  const unsure = paging.pages.filter((sent) => sent.level === paging.level && sent.delivery === 'sent' && now - sent.sentAt >= resendAfter);
  await Promise.all(unsure.map((sent) => deliver(deps, contact, sent)));
}

/** True when this process took the step. Another was first, or somebody acknowledged meanwhile: the next look sees it. */
async function order(deps: PagerDeps, contactId: string, step: ContactOrder, id?: string): Promise<boolean> {
  const now = deps.clock();
  const commandId = `pager:${id ?? uuidOf(`${contactId} ${JSON.stringify(step)} ${now}`)}`;
  const outcome = await deps.contacts.execute({
    stream: contactStream(contactId),
    commandId,
    bodyHash: '',
    actor: 'pager',
    now,
    occurredAt: now,
    decide: (state) => decideContact(state, { ...step, commandId, actor: 'pager', now, occurredAt: now } satisfies ContactCommand),
    answer: () => ({}),
  });
  if (outcome.kind === 'refused') deps.warn(`pager: ${step.type} refused: ${outcome.refusal.code}`);
  return outcome.kind === 'done' && !outcome.repeated;
}

/** A UUID that is the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
