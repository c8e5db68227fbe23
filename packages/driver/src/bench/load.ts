import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { postContactCommand } from '@vakthavende/contract/contact';
import { postExchangeEvents } from '@vakthavende/contract/telephony';
import { createRandom } from '../random.ts';
import { Latencies } from './latencies.ts';
import type { Answer, LeanClient } from './lean-client.ts';
import { openLoop } from './open-loop.ts';
import { type Desk, ordersInContact, type WholeContact, wholeContact } from './whole-contact.ts';

export interface LoadOptions {
  readonly client: LeanClient;
  readonly exchangeKey: string;
  readonly desks: readonly Desk[];
  /** Commands on contacts a second; what the exchange reports comes on top. */
  readonly rate: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
  /** Told of each command before it is sent: its contact makes this sequence, and these units are to hear of it. */
  readonly announce?: (told: Announced) => void;
  /** Called when the warm-up is over, and when the last command was due. */
  readonly onMeasuring?: (begins: boolean) => void;
}

export interface Announced {
  readonly stream: string;
  readonly sequence: number;
  readonly units: readonly string[];
  readonly due: number;
  readonly measured: boolean;
}

export interface LoadResult {
  /** From when a command was due until its answer was here. */
  readonly commands: Latencies;
  /** The same for a request of the exchange; the first of a call carries three events, the second one. */
  readonly exchange: Latencies;
  /** Answers that came while it was measured. */
  readonly acknowledgedPerSecond: number;
  readonly exchangeEventsPerSecond: number;
  /** What was not answered with 200, by status and code. */
  readonly failures: ReadonlyMap<string, number>;
}

/** Steps of a contact lie about this far apart. */
const stepSeconds = 0.25;
/** Calls are offered this many contacts before the contact that they lead to is opened. */
const callsAhead = 20;

/**
 * Operators driving whole contacts, open loop: the place p of the schedule belongs to step k = p mod 8 of contact (p − k(8m + 1))/8, so that
 * every place is taken, each contact's steps are 8m + 1 places apart, and many contacts are under way at once. A step whose predecessor is
 * not answered yet waits for it, and its latency still counts from when it was due.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const run = new Run(options);
  const { rate, warmUpSeconds, seconds } = options;
  const apart = Math.max(1, Math.round((stepSeconds * rate) / ordersInContact)) * ordersInContact + 1;
  setTimeout(() => options.onMeasuring?.(true), warmUpSeconds * 1000);
  await openLoop(Math.round((warmUpSeconds + seconds) * rate), rate, (place, due) => {
    const step = place % ordersInContact;
    const index = (place - step * apart) / ordersInContact;
    if (index >= 0) run.step({ index, step, due, measured: place >= warmUpSeconds * rate });
  });
  options.onMeasuring?.(false);
  await run.drained();
  return run.result();
}

interface Step {
  readonly index: number;
  readonly step: number;
  readonly due: number;
  readonly measured: boolean;
}

class Run {
  readonly #options: LoadOptions;
  readonly #random = createRandom(randomUUID());
  readonly #contacts = new Map<number, { readonly contact: WholeContact; answered: Promise<void> }>();
  readonly #commands = new Latencies();
  readonly #exchange = new Latencies();
  readonly #failures = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  #acknowledged = 0;
  #events = 0;

  readonly #measuredFrom: number;
  readonly #measuredTo: number;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#measuredFrom = performance.now() + options.warmUpSeconds * 1000;
    this.#measuredTo = this.#measuredFrom + options.seconds * 1000;
  }

  step(step: Step): void {
    const known = this.#contact(step.index);
    if (step.step === 0) void this.#call(step, this.#contact(step.index + callsAhead).contact);
    // The first have nobody before them to have let their calls in.
    if (step.step === 0 && step.index < callsAhead) known.answered = this.#call(step, known.contact);
    known.answered = this.#track(known.answered.then(() => this.#order(step, known.contact)));
    if (step.step < ordersInContact - 1) return;
    this.#contacts.delete(step.index);
    this.#hangUp(step, known.contact);
  }

  async drained(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  result(): LoadResult {
    const { seconds } = this.#options;
    return {
      commands: this.#commands,
      exchange: this.#exchange,
      acknowledgedPerSecond: this.#acknowledged / seconds,
      exchangeEventsPerSecond: this.#events / seconds,
      failures: this.#failures,
    };
  }

  #contact(index: number) {
    const known = this.#contacts.get(index);
    if (known) return known;
    const { desks } = this.#options;
    const desk = desks[index % desks.length];
    if (!desk) throw new Error('No desk');
    const made = { contact: wholeContact(this.#random, index, desk), answered: Promise.resolve() };
    this.#contacts.set(index, made);
    return made;
  }

  async #order({ step, due, measured }: Step, { contactId, desk, orders }: WholeContact): Promise<void> {
    const order = orders[step];
    const units = step < 2 ? [desk.centreId] : [desk.centreId, desk.clinicId];
    this.#options.announce?.({ stream: `contact:${contactId}`, sequence: step + 1, units, due, measured });
    const answer = await this.#post(
      postContactCommand.path.replace(':contactId', contactId),
      `cookie: ${desk.cookie}\r\nx-vakthavende: 1\r\n`,
      {
        commandId: randomUUID(),
        seen: step,
        order,
      },
    );
    const now = performance.now();
    if (!this.#isDone(answer, 'contact')) return;
    if (now >= this.#measuredFrom && now < this.#measuredTo) this.#acknowledged += 1;
    if (measured) this.#commands.add(now - due);
  }

  /** Offered, ringing and answered come as one message of three events. */
  #call({ due, measured }: Step, { callId, desk }: WholeContact): Promise<void> {
    const base = { callId, legId: `${callId}-1`, occurredAt: new Date().toISOString() };
    const offer = {
      kind: 'offered',
      centreId: desk.centreId,
      callerNumber: `+470${callId.replaceAll(/\D/g, '').slice(0, 7)}`,
      place: desk.place,
    };
    return this.#report({ due, measured }, [
      { ...base, eventId: `${callId}-1`, ...offer },
      { ...base, eventId: `${callId}-2`, kind: 'ringing' },
      { ...base, eventId: `${callId}-3`, kind: 'answered' },
    ]);
  }

  #hangUp({ due, measured }: Step, { callId }: WholeContact): void {
    const base = { callId, legId: `${callId}-1`, occurredAt: new Date().toISOString() };
    void this.#report({ due, measured }, [{ ...base, eventId: `${callId}-4`, kind: 'ended' }]);
  }

  #report({ due, measured }: Pick<Step, 'due' | 'measured'>, events: readonly Readonly<Record<string, string>>[]): Promise<void> {
    const { exchangeKey } = this.#options;
    const sent = this.#post(postExchangeEvents.path, `authorization: Bearer ${exchangeKey}\r\n`, { events }).then((answer) => {
      if (!this.#isDone(answer, 'exchange') || !measured) return;
      this.#events += events.length;
      this.#exchange.add(performance.now() - due);
    });
    return this.#track(sent);
  }

  #post(path: string, headers: string, body: unknown): Promise<Answer> {
    return this.#options.client
      .send({ method: 'POST', path, headers, body: JSON.stringify(body) })
      .catch((error: Error) => ({ status: 0, body: JSON.stringify({ code: error.message }) }));
  }

  #isDone({ status, body }: Answer, what: string): boolean {
    const refused = what === 'exchange' && body.includes('"refused"');
    if (status === 200 && !refused) return true;
    const key = `${what} ${status} ${/"code":"([^"]*)"/.exec(body)?.[1] ?? ''}`;
    this.#failures.set(key, (this.#failures.get(key) ?? 0) + 1);
    return false;
  }

  #track(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    return work.finally(() => this.#underWay.delete(work));
  }
}
