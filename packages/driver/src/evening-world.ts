import { setTimeout as pause } from 'node:timers/promises';
import type { ResponseOf, Route } from '@vakthavende/contract/kernel';
import { postExchangeEvents } from '@vakthavende/contract/telephony';
import { type ApiOptions, ask, type InputTo, RefusedError } from './api.ts';
import { callersWaitUpToSpeed } from './evening-shape.ts';
import { logIn } from './login.ts';
import type { Random } from './random.ts';

/** What happens now and then when others are at work too, and what the evening then leaves as it is. */
const expectedRefusals: ReadonlySet<string> = new Set([
  'contact-changed',
  'contact-closed',
  'already-answered',
  'already-taken',
  'already-arrived',
  'already-exists',
  'call-over',
  'not-taken',
  'red-not-acknowledged',
  'task-already-done',
  'handover-already-received',
  'try-again',
]);

/** The evening's way to the server: as staff, each with a session of their own, and as the telephone exchange. Counts what becomes of it. */
export class World {
  readonly speed: number;
  readonly random: Random;
  readonly #api: ApiOptions;
  readonly #exchangeKey: string;
  readonly #sessions = new Map<string, Promise<string>>();
  readonly #counts = new Map<string, number>();
  readonly #surprises = new Set<string>();

  constructor(options: ApiOptions & { readonly exchangeKey: string; readonly speed: number; readonly random: Random }) {
    this.#api = options;
    this.#exchangeKey = options.exchangeKey;
    this.speed = options.speed;
    this.random = options.random;
  }

  get signal(): AbortSignal {
    return this.#api.signal;
  }

  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  /** So long at this pace as `seconds` at the pace of the clock. */
  async handling(seconds: number): Promise<void> {
    await this.wait((seconds * 1000) / this.speed);
  }

  /** Callers wait as people do, up to a pace beyond which that makes no sense. */
  callersMilliseconds(seconds: number): number {
    return (seconds * 1000) / Math.max(1, this.speed / callersWaitUpToSpeed);
  }

  async wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.signal });
  }

  /** Asks as a member of staff, who logs in again when the session is gone. */
  async as<R extends Route>(staffId: string, route: R, input: InputTo<R>): Promise<ResponseOf<R>> {
    const asked = async () => ask(this.#api, route, { input, headers: { cookie: await this.#session(staffId), 'x-vakthavende': '1' } });
    try {
      return await asked();
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== 401) throw error;
      this.#sessions.delete(staffId);
      return asked();
    }
  }

  /** Tells what the exchange saw, now. */
  async report(event: Readonly<Record<string, unknown>>): Promise<void> {
    const { answers } = await ask(this.#api, postExchangeEvents, {
      input: { body: { events: [{ ...event, occurredAt: new Date().toISOString() }] } },
      headers: { authorization: `Bearer ${this.#exchangeKey}` },
    });
    const refused = answers.find((answer) => answer.status === 'refused');
    if (refused) this.#surprise(`exchange ${refused.code ?? ''} ${refused.field ?? ''}`);
  }

  /** Runs a part of the evening; a refusal ends that part and nothing else. Answers whether it went through. */
  async attempt(part: () => Promise<void>): Promise<boolean> {
    try {
      await part();
      return true;
    } catch (error) {
      this.signal.throwIfAborted();
      this.count('refused');
      const code = error instanceof RefusedError ? error.code : '';
      // Other messages can quote what was written.
      if (!expectedRefusals.has(code)) this.#surprise(error instanceof RefusedError ? error.message : `${(error as Error).name}`);
      return false;
    }
  }

  /** Each kind once: the screens are for watching, not the terminal. */
  #surprise(what: string): void {
    this.count('surprises');
    if (this.#surprises.has(what)) return;
    this.#surprises.add(what);
    process.stderr.write(`kveld: ${what}\n`);
  }

  #session(staffId: string): Promise<string> {
    const known = this.#sessions.get(staffId);
    if (known) return known;
    const made = this.#logIn(staffId);
    this.#sessions.set(staffId, made);
    made.catch(() => this.#sessions.delete(staffId));
    return made;
  }

  /** Again and again while the server is away. */
  async #logIn(staffId: string): Promise<string> {
    for (;;) {
      try {
        return await logIn(this.#api.baseUrl, staffId);
      } catch {
        await this.wait(1_000);
      }
    }
  }
}
