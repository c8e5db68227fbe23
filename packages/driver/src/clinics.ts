import { randomUUID } from 'node:crypto';
import { type ContactRow, getContacts, getDemoPages, postContactCommand, postPageAnswer } from '@vakthavende/contract/contact';
import { callsPerHour, minutes } from './evening-shape.ts';
import { isPlayed, operators } from './evening-staff.ts';
import type { World } from './evening-world.ts';
import { nextStep, type Step } from './next-step.ts';
import { type Random, whole } from './random.ts';
import type { Story } from './story.ts';

export interface ClinicsOptions {
  readonly tell: (contactId: string) => Story;
  /** Contacts that an operator talks about right now. */
  readonly onPhone: ReadonlySet<string>;
}

interface Plan {
  readonly done: Set<string>;
  readonly random: Random;
  key: string;
  due: number;
  underWay: boolean;
}

/** Everything after the conversation: arrivals, triage, doctors, callbacks, receipts, closing. Goes by the lists, as staff do. */
export async function playClinics(world: World, options: ClinicsOptions): Promise<void> {
  const clinics = new Clinics(world, options);
  for (;;) {
    await world.attempt(() => clinics.look());
    await world.wait(Math.max(200, 1_000 / Math.max(1, world.speed / 10)));
  }
}

const urgencyOrder = { red: 0, yellow: 1, green: 2 } as const;

class Clinics {
  readonly #world: World;
  readonly #options: ClinicsOptions;
  readonly #plans = new Map<string, Plan>();
  readonly #answering = new Set<string>();

  constructor(world: World, options: ClinicsOptions) {
    this.#world = world;
    this.#options = options;
  }

  async look(): Promise<void> {
    const centres = Object.keys(callsPerHour) as (keyof typeof callsPerHour)[];
    const lists = await Promise.all(centres.map((unit) => this.#world.as(operators[unit][0] ?? '', getContacts, { query: { unit } })));
    const rows = lists.flatMap((list) => list.rows).toSorted((a, b) => rank(a) - rank(b) || a.openedAt - b.openedAt);
    const busy = new Set(rows.flatMap((row) => (row.status === 'withStaff' ? (row.takenBy ?? []) : [])));
    for (const row of rows) this.#consider(row, busy);
    this.#forgetAllBut(new Set(rows.map((row) => row.contactId)));
    if (rows.some((row) => row.paging.state === 'waiting')) await this.#answerPages(rows);
  }

  #consider(row: ContactRow, busy: Set<string>): void {
    if (this.#options.onPhone.has(row.contactId) || !isPlayed(row.openedBy)) return;
    const plan = this.#planOf(row);
    const step = nextStep(row, this.#options.tell(row.contactId), plan.done);
    if (!step || plan.underWay) return;
    if (plan.key !== step.key) {
      plan.key = step.key;
      plan.due = Date.now() + (between(plan.random.split(step.key), step.after) * 60_000) / this.#world.speed;
    }
    const takes = step.order.type === 'take';
    if (Date.now() < plan.due || (takes && busy.has(step.by))) return;
    if (takes) busy.add(step.by);
    plan.underWay = true;
    void this.#do(row, step, plan);
  }

  async #do(row: ContactRow, step: Step, plan: Plan): Promise<void> {
    const { contactId, sequence } = row;
    const late = step.happenedAgo === undefined ? {} : { occurredAt: new Date(Date.now() - step.happenedAgo * 60_000).toISOString() };
    const body = { commandId: randomUUID(), seen: sequence, order: step.order, ...late };
    const done = await this.#world
      .attempt(async () => void (await this.#world.as(step.by, postContactCommand, { params: { contactId }, body })))
      .catch(() => false);
    if (done) {
      plan.done.add(step.key);
      this.#world.count(step.order.type);
    }
    // Seen anew before it is tried again: somebody else may have been there.
    else plan.due = Date.now() + 3_000;
    plan.underWay = false;
  }

  /** People with the pager; for contacts of the evening only, and never Dina's, whose telephone is the one's who tries. */
  async #answerPages(rows: readonly ContactRow[]): Promise<void> {
    const ours = new Set(rows.filter((row) => isPlayed(row.openedBy)).map((row) => row.contactId));
    const { pages } = await this.#world.as(operators['lvs-forde'][0] ?? '', getDemoPages, { query: {} });
    for (const page of pages) {
      if (page.acknowledgedAt !== undefined || !isPlayed(page.staffId) || !ours.has(page.contactId) || this.#answering.has(page.pageId))
        continue;
      this.#answering.add(page.pageId);
      const wait = this.#world.callersMilliseconds(between(this.#world.random.split(page.pageId), minutes.page) * 60);
      void this.#answer(page, wait).catch(() => undefined);
    }
  }

  async #answer(page: { readonly token: string; readonly staffId: string }, wait: number): Promise<void> {
    await this.#world.wait(wait);
    await this.#world.attempt(async () => {
      const { acknowledged } = await this.#world.as(page.staffId, postPageAnswer, { params: { token: page.token }, body: {} });
      if (acknowledged) this.#world.count('pageAcknowledged');
    });
  }

  #planOf({ contactId }: ContactRow): Plan {
    const known = this.#plans.get(contactId);
    if (known) return known;
    const made = { done: new Set<string>(), random: this.#world.random.split(contactId), key: '', due: 0, underWay: false };
    this.#plans.set(contactId, made);
    return made;
  }

  #forgetAllBut(listed: ReadonlySet<string>): void {
    for (const contactId of this.#plans.keys()) if (!listed.has(contactId)) this.#plans.delete(contactId);
  }
}

function rank({ urgency }: ContactRow): number {
  return urgency === undefined ? 3 : urgencyOrder[urgency];
}

function between(random: Random, [from, to]: readonly [number, number]): number {
  return whole(random, from * 1000, to * 1000 + 1) / 1000;
}
