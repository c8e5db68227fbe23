import { setTimeout as pause } from 'node:timers/promises';
import type { FeedMessage } from '@vakthavende/contract/kernel';

export interface FeedEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** A screen that listens: keeps everything it was told. */
export interface FeedReader {
  readonly status: number;
  readonly events: readonly FeedEvent[];
  /** What has been told of streams, in order. */
  readonly changes: () => readonly FeedMessage['changes'][number][];
  /** The highest sequence told of each stream. */
  readonly highest: () => Readonly<Record<string, number>>;
  /** Where the screen would go on from after a break. */
  readonly lastEventId: () => string;
  readonly until: (holds: () => boolean, milliseconds?: number) => Promise<void>;
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Opens the feed and reads on until closed. Resolves when the server has said hello. */
export async function readFeed(url: string, headers: Readonly<Record<string, string>> = {}): Promise<FeedReader> {
  const stopping = new AbortController();
  const response = await fetch(url, { headers, signal: stopping.signal });
  const events: FeedEvent[] = [];
  const ended = keepReading(response, events).catch(() => undefined);
  const messages = () => events.filter((each) => each.event === 'change').map((each) => JSON.parse(each.data) as FeedMessage);
  const changes = () => messages().flatMap((message) => message.changes);
  const until = async (holds: () => boolean, milliseconds = 5_000): Promise<void> => {
    const deadline = performance.now() + milliseconds;
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`Not told within ${milliseconds} ms; told: ${JSON.stringify(events.slice(-5))}`);
      await pause(5);
    }
  };
  const reader: FeedReader = {
    status: response.status,
    events,
    changes,
    highest: () => Object.fromEntries(changes().map(([stream, sequence]) => [stream, sequence])),
    lastEventId: () => events.findLast((each) => each.id !== undefined)?.id ?? events.find((each) => each.event === 'hello')?.data ?? '',
    until,
    ended,
    close: () => stopping.abort(),
  };
  if (response.ok) await until(() => events.some((each) => each.event === 'hello'));
  return reader;
}

async function keepReading(response: Response, events: FeedEvent[]): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    events.push(...messages.map(parse));
  }
}

function parse(message: string): FeedEvent {
  const field = (name: string) =>
    message
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return { event: field('event') ?? 'message', id: field('id'), data: field('data') ?? '' };
}
