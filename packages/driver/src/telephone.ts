import { randomUUID } from 'node:crypto';
import { postContactCommand } from '@vakthavende/contract/contact';
import { getQueue, postCallCommand, type QueueRow } from '@vakthavende/contract/telephony';
import { converse } from './conversation.ts';
import * as shape from './evening-shape.ts';
import { isPlayed, operators } from './evening-staff.ts';
import type { World } from './evening-world.ts';
import { chance, exponential, lognormal, pick, type Random, weighted, whole } from './random.ts';
import type { Story } from './story.ts';

type CentreId = shape.CentreId;

export interface TelephoneOptions {
  readonly tell: (contactId: string) => Story;
  readonly onPhone: Set<string>;
}

interface Caller {
  readonly number: string;
  readonly place: string;
  readonly random: Random;
  /** The contact that an earlier call from the number led to. */
  contactId?: string;
}

interface Line {
  readonly callId: string;
  readonly legId: string;
  readonly centreId: CentreId;
  readonly caller: Caller;
}

/** Calls that this driver started carry this, so that the next one can end what was left when it was stopped. */
const prefix = 'kveld-';

/** A person may have been called away from the screen. */
const longestConversation = 15 * 60_000;

/**
 * The callers, what the exchange sees of them, and the operators who answer. Connecting and hanging up are asked for by the operators, played or
 * not, and reported by the demonstration's exchange in the server.
 */
export class Telephone {
  readonly #world: World;
  readonly #options: TelephoneOptions;
  /** As the queues of both centres showed it last: `call leg` → row. */
  #queue: ReadonlyMap<string, QueueRow> = new Map();
  readonly #busy = new Set<string>();

  constructor(world: World, options: TelephoneOptions) {
    this.#world = world;
    this.#options = options;
  }

  /** Runs until the evening is stopped. */
  async play(): Promise<void> {
    await this.#world.attempt(() => this.#readQueues());
    await this.#world.attempt(() => this.#endWhatWasLeft());
    const centres = Object.keys(shape.callsPerHour) as CentreId[];
    await Promise.all([this.#watchQueues(), ...centres.map((centreId) => this.#arrivals(centreId))]);
  }

  async #arrivals(centreId: CentreId): Promise<never> {
    const random = this.#world.random.split(`arrivals ${centreId}`);
    const { signal } = this.#world;
    for (let index = 0; ; index++) {
      const caller = newCaller(random.split(`caller ${index}`), centreId);
      void this.#call(centreId, caller).catch((error: unknown) => signal.aborted || Promise.reject(error));
      // The first three come at once, so that there is something to see.
      const mean = 3600 / shape.callsPerHour[centreId];
      if (index < 3) await this.#world.wait(this.#world.callersMilliseconds(4));
      else await this.#world.handling(exponential(random, mean));
    }
  }

  async #watchQueues(): Promise<never> {
    for (;;) {
      await this.#world.wait(Math.max(150, this.#world.callersMilliseconds(1)));
      await this.#world.attempt(() => this.#readQueues());
    }
  }

  async #readQueues(): Promise<void> {
    const centres = Object.keys(shape.callsPerHour) as CentreId[];
    const lists = await Promise.all(centres.map((unit) => this.#world.as(operators[unit][0] ?? '', getQueue, { query: { unit } })));
    this.#queue = new Map(lists.flatMap((list) => list.rows.map((row) => [`${row.callId} ${row.legId}`, row] as const)));
  }

  async #endWhatWasLeft(): Promise<void> {
    for (const row of this.#queue.values()) {
      const { callId, legId } = row;
      if (!callId.startsWith(prefix) || !isActive(row)) continue;
      await this.#world.report({ eventId: randomUUID(), callId, legId, kind: 'ended' });
    }
  }

  /** One call from the first tone to the last. */
  async #call(centreId: CentreId, caller: Caller): Promise<void> {
    const callId = `${prefix}${randomUUID()}`;
    const line = { callId, legId: `${callId}-1`, centreId, caller };
    const { random } = caller;
    await this.#world.attempt(async () => {
      const { number: callerNumber, place } = caller;
      await this.#say(line, 'offered', { centreId, callerNumber, place });
      this.#world.count('calls');
      const inMessage = chance(random.split('message'), shape.hungUpInMessageShare);
      await this.#wait(inMessage ? 5 : whole(random.split('length'), shape.messageSeconds.from, shape.messageSeconds.to));
      if (inMessage) return this.#giveUp(line, 'recordedMessage');
      // Taken while the message still plays.
      if (this.#rowOf(line)?.operatorId !== undefined) return this.#person(line);
      await this.#say(line, 'ringing');
      const overflows = centreId === 'lvs-forde' && chance(random.split('overflow'), shape.overflowShare);
      await this.#queueUp(line, overflows ? shape.overflowAfterSeconds : undefined);
    });
  }

  /** Waits until a person or a played operator answers, the caller gives up, or the call flows over. */
  async #queueUp(line: Line, overflowAfter: number | undefined): Promise<void> {
    const { random } = line.caller;
    const began = Date.now();
    const wait = this.#waitOf(random);
    for (;;) {
      const seconds = ((Date.now() - began) / 1000) * (1000 / this.#world.callersMilliseconds(1));
      const taken = this.#rowOf(line)?.operatorId;
      if (taken !== undefined && !isPlayed(taken)) return this.#person(line);
      if (wait.givesUp !== undefined && seconds >= wait.givesUp) return this.#giveUpAndPerhapsRedial(line);
      if (overflowAfter !== undefined && seconds >= overflowAfter) return this.#overflow(line);
      if (overflowAfter === undefined && seconds >= wait.answer && this.#mayAnswer(line, seconds - wait.answer)) {
        const operatorId = operators[line.centreId].find((each) => !this.#busy.has(each));
        if (operatorId !== undefined && (await this.#answer(line, operatorId))) return;
      }
      await this.#wait(0.5);
    }
  }

  #waitOf(random: Random): { readonly givesUp: number | undefined; readonly answer: number } {
    const { median, sigma, most } = shape.answerSeconds;
    const answer = Math.min(most, lognormal(random.split('answer'), median, sigma));
    if (!chance(random.split('abandons'), shape.abandonedShare)) return { givesUp: undefined, answer };
    // Nobody answers a caller who is going to hang up: the share is the report's, not a result of the staffing.
    const { median: patience, sigma: spread } = shape.patienceSeconds;
    return { givesUp: lognormal(random.split('patience'), patience, spread), answer: Number.POSITIVE_INFINITY };
  }

  /** In Førde a call that waits alone is left a little longer to the person who tries. */
  #mayAnswer({ centreId }: Line, overdue: number): boolean {
    if (centreId !== 'lvs-forde' || overdue >= shape.leftForYouSeconds) return true;
    return [...this.#queue.values()].filter((row) => row.centreId === centreId && row.status === 'ringing').length > 1;
  }

  async #answer(line: Line, operatorId: string): Promise<boolean> {
    this.#busy.add(operatorId);
    try {
      const { callId, legId } = line;
      const body = { commandId: randomUUID(), type: 'answerCall' as const, legId };
      const mine = await this.#world.attempt(
        async () => void (await this.#world.as(operatorId, postCallCommand, { params: { callId }, body })),
      );
      // A person was first, and the queue will say who.
      if (!mine) return false;
      this.#world.count('answered');
      await this.#world.attempt(() => this.#talk(line, operatorId));
      const hangUp = { commandId: randomUUID(), type: 'endCall' as const };
      await this.#world.as(operatorId, postCallCommand, { params: { callId }, body: hangUp });
      return true;
    } finally {
      this.#busy.delete(operatorId);
    }
  }

  async #talk(line: Line, operatorId: string): Promise<void> {
    const { caller, callId, centreId } = line;
    const { random, contactId: known } = caller;
    const talk = lognormal(random.split('talk'), shape.talkSeconds.median, shape.talkSeconds.sigma);
    const about = known === undefined ? weighted(random.split('about'), shape.answeredCalls) : 'sameContact';
    if (about === 'newContact') {
      const contactId = randomUUID();
      this.#options.onPhone.add(contactId);
      caller.contactId = contactId;
      try {
        await converse(this.#world, { contactId, callId, centreId, place: caller.place, operatorId, talk }, this.#options.tell(contactId));
      } finally {
        this.#options.onPhone.delete(contactId);
      }
    } else await this.#world.handling(talk / 2);
    if (about === 'sameContact' && known !== undefined) {
      const body = { commandId: randomUUID(), order: { type: 'linkCall' as const, callId } };
      await this.#world.as(operatorId, postContactCommand, { params: { contactId: known }, body });
    }
    if (about === 'newContact' && chance(random.split('again'), shape.answeredCalls.sameContact))
      void this.#redial(caller, centreId).catch(() => undefined);
  }

  /** The person has the call until they hang up; the demonstration's exchange connects and ends it. This caller has time, but not for ever. */
  async #person(line: Line): Promise<void> {
    this.#world.count('answeredByPerson');
    for (const until = Date.now() + longestConversation; Date.now() < until; ) {
      await this.#wait(1);
      if (!isActive(this.#rowOf(line))) return;
    }
    await this.#say(line, 'ended');
  }

  async #giveUpAndPerhapsRedial(line: Line): Promise<void> {
    await this.#giveUp(line, 'waiting');
    if (chance(line.caller.random.split('redials'), shape.redialShare)) await this.#redial(line.caller, line.centreId);
  }

  async #redial(caller: Caller, centreId: CentreId): Promise<void> {
    const random = caller.random.split('redial');
    await this.#wait(lognormal(random, shape.redialAfterSeconds.median, shape.redialAfterSeconds.sigma));
    this.#world.count('redials');
    await this.#call(centreId, { ...caller, random });
  }

  async #overflow(line: Line): Promise<void> {
    const partner: CentreId = 'lvs-nordfjord';
    await this.#say(line, 'overflowed', { toCentreId: partner });
    this.#world.count('overflowed');
    const onward = { ...line, legId: `${line.callId}-2`, centreId: partner };
    const { number: callerNumber, place } = line.caller;
    await this.#say(onward, 'offered', { centreId: partner, callerNumber, place });
    await this.#wait(4);
    await this.#say(onward, 'ringing');
    await this.#queueUp(onward, undefined);
  }

  async #giveUp(line: Line, phase: 'recordedMessage' | 'waiting'): Promise<void> {
    await this.#say(line, 'abandoned', { phase });
    this.#world.count('abandoned');
  }

  #rowOf({ callId, legId }: Line): QueueRow | undefined {
    return this.#queue.get(`${callId} ${legId}`);
  }

  #say({ callId, legId }: Line, kind: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    return this.#world.report({ eventId: randomUUID(), callId, legId, kind, ...more });
  }

  async #wait(seconds: number): Promise<void> {
    await this.#world.wait(this.#world.callersMilliseconds(seconds));
  }
}

function isActive(row: QueueRow | undefined): boolean {
  return row !== undefined && ['recordedMessage', 'queued', 'ringing', 'talking'].includes(row.status);
}

/** +470… is no Norwegian number. */
function newCaller(random: Random, centreId: CentreId): Caller {
  const people = Object.fromEntries(Object.entries(shape.places[centreId]).map(([place, { people: weight }]) => [place, weight]));
  return { number: `+470${pick(random, [...'123456789'])}${whole(random, 100_000, 999_999)}`, place: weighted(random, people), random };
}
