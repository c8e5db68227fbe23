import { type ClientRequest, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { FeedMessage, feedPath } from '@vakthavende/contract/kernel';
import { Latencies } from './latencies.ts';
import type { Announced } from './load.ts';

/** People whose screens hear the same: one session, these units, so many screens. */
export interface ScreenGroup {
  readonly cookie: string;
  readonly units: ReadonlySet<string>;
  readonly screens: number;
}

export interface ScreensResult {
  readonly screens: number;
  /** From when a command was due until a screen was told; one for each command and each screen that it concerns. */
  readonly told: Latencies;
  /** Tellings that never came. Must be none. */
  readonly missing: number;
}

interface Entry extends Announced {
  readonly expected: number;
  told: number;
}

/** Open screens: each holds an event stream, and notes when it was told of each command. */
export class Screens {
  readonly #requests: ClientRequest[] = [];
  readonly #groups: readonly Listening[];
  readonly #entries = new Map<string, Entry[]>();
  #told = new Latencies();

  private constructor(groups: readonly ScreenGroup[]) {
    this.#groups = groups.map((group) => new Listening(group, this.#entries));
  }

  /** Resolves when every screen has been greeted. */
  static async open(url: string, groups: readonly ScreenGroup[]): Promise<Screens> {
    const screens = new Screens(groups);
    await Promise.all(screens.#groups.flatMap((group) => Array.from({ length: group.screens }, () => screens.#open(url, group))));
    return screens;
  }

  readonly announce = (told: Announced): void => {
    const expected = this.#groups.reduce((sum, group) => sum + (group.concerns(told) ? group.screens : 0), 0);
    const ofStream = this.#entries.get(told.stream);
    const entry = { ...told, expected, told: 0 };
    if (ofStream) ofStream.push(entry);
    else this.#entries.set(told.stream, [entry]);
  };

  /** What was measured since the last time; to be asked when the feed has had time to tell the last. */
  take(): ScreensResult {
    const entries = [...this.#entries.values()].flat().filter((entry) => entry.measured);
    const missing = entries.reduce((sum, entry) => sum + entry.expected - entry.told, 0);
    const result = { screens: this.#groups.reduce((sum, group) => sum + group.screens, 0), told: this.#told, missing };
    this.#entries.clear();
    for (const group of this.#groups) group.forget();
    this.#told = new Latencies();
    return result;
  }

  close(): void {
    for (const request of this.#requests) request.destroy();
  }

  #open(url: string, group: Listening): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = get(new URL(feedPath, url), { agent: false, headers: { cookie: group.cookie } }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`The feed answered ${response.statusCode}`));
        let received = '';
        response.setEncoding('utf8');
        response.on('error', () => undefined);
        response.on('data', (part: string) => {
          const at = performance.now();
          received += part;
          for (let end = received.indexOf('\n\n'); end >= 0; end = received.indexOf('\n\n')) {
            this.#hear(group, received.slice(0, end), at);
            received = received.slice(end + 2);
          }
          resolve();
        });
      });
      request.on('error', reject);
      this.#requests.push(request);
    });
  }

  #hear(group: Listening, message: string, at: number): void {
    for (const entry of group.entriesOf(message)) {
      entry.told += 1;
      if (entry.measured) this.#told.add(at - entry.due);
    }
  }
}

/** The screens of one group are told in the same words: each message is understood once for all of them. */
class Listening implements ScreenGroup {
  readonly cookie: string;
  readonly units: ReadonlySet<string>;
  readonly screens: number;
  readonly #known: ReadonlyMap<string, readonly Entry[]>;
  readonly #understood = new Map<string, readonly Entry[]>();
  readonly #highest = new Map<string, number>();

  constructor({ cookie, units, screens }: ScreenGroup, known: ReadonlyMap<string, readonly Entry[]>) {
    this.cookie = cookie;
    this.units = units;
    this.screens = screens;
    this.#known = known;
  }

  concerns({ units }: Pick<Announced, 'units'>): boolean {
    return units.some((unit) => this.units.has(unit));
  }

  forget(): void {
    this.#understood.clear();
    this.#highest.clear();
  }

  entriesOf(message: string): readonly Entry[] {
    const known = this.#understood.get(message);
    if (known) return known;
    const entries = this.#understand(message);
    this.#understood.set(message, entries);
    // Screens of a group lag each other by a few messages at the most.
    if (this.#understood.size > 400) this.#understood.delete(this.#understood.keys().next().value ?? '');
    return entries;
  }

  #understand(message: string): readonly Entry[] {
    if (!message.includes('\nevent: change\n')) return [];
    const { changes } = FeedMessage.parse(JSON.parse(message.slice(message.indexOf('\ndata: ') + 7)));
    // A message names the newest of each stream: what lies between it and the one before is told with it.
    return changes.flatMap(([stream, sequence]) => {
      const before = this.#highest.get(stream) ?? 0;
      this.#highest.set(stream, sequence);
      const between = (entry: Entry) => entry.sequence > before && entry.sequence <= sequence && this.concerns(entry);
      return this.#known.get(stream)?.filter(between) ?? [];
    });
  }
}
