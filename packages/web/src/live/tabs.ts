import { followFeed } from './feed-source.ts';
import { type Change, type FeedState, nothingSeen, received } from './feed-state.ts';
import { type Connection, type Greeting, judge, type Place, type Relayed } from './relay.ts';

interface Ears {
  readonly changes: (changes: readonly Change[]) => void;
  readonly everything: () => void;
  readonly connection: (connection: Connection) => void;
}

const lockName = 'vakthavende.feed';
const channelName = 'vakthavende.feed';

/**
 * One stream for all tabs of the browser: whoever holds the lock has it and relays to the others. The lock passes on by itself when that tab
 * closes or crashes, and the next goes on from the last cursor it heard. Where locks are missing, each tab has its own stream.
 */
export function joinTabs(ears: Ears): () => void {
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return alone(ears);
  const tab = new Tab(ears);
  return () => tab.leave();
}

function alone(ears: Ears): () => void {
  return followFeed(nothingSeen, {
    changes: ears.changes,
    everything: ears.everything,
    status: (status) => ears.connection({ status, since: Date.now() }),
  });
}

class Tab {
  readonly #ears: Ears;
  readonly #id = crypto.randomUUID();
  readonly #channel = new BroadcastChannel(channelName);
  readonly #leaving = new AbortController();
  #state: FeedState = nothingSeen;
  #place: Place | undefined;
  #connection: Connection = { status: 'connecting', since: Date.now() };
  #told = 0;
  #leads = false;

  constructor(ears: Ears) {
    this.#ears = ears;
    this.#channel.addEventListener('message', (event: MessageEvent<Relayed | Greeting>) => this.#hear(event.data));
    this.#channel.postMessage({ kind: 'greeting' } satisfies Greeting);
    // Refused only when this tab leaves before its turn.
    navigator.locks.request(lockName, { signal: this.#leaving.signal }, () => this.#lead()).catch(() => undefined);
  }

  leave(): void {
    this.#leaving.abort();
    this.#channel.close();
  }

  /** Holds the lock, and with it the stream, until this tab leaves. */
  #lead(): Promise<void> {
    this.#leads = true;
    const end = followFeed(this.#state, {
      changes: (changes, state) => {
        this.#state = state;
        this.#relay({ kind: 'changes', changes });
        this.#ears.changes(changes);
      },
      everything: (state) => {
        this.#state = state;
        this.#relay({ kind: 'everything' });
        this.#ears.everything();
      },
      status: (status) => {
        if (status !== this.#connection.status) this.#connection = { status, since: Date.now() };
        this.#relay({ kind: 'connection', connection: this.#connection });
        this.#ears.connection(this.#connection);
      },
    });
    return new Promise((resolve) => {
      const stop = () => {
        end();
        this.#leads = false;
        resolve();
      };
      if (this.#leaving.signal.aborted) stop();
      else this.#leaving.signal.addEventListener('abort', stop);
    });
  }

  #relay(
    message: { kind: 'changes'; changes: readonly Change[] } | { kind: 'everything' } | { kind: 'connection'; connection: Connection },
  ): void {
    if (this.#leaving.signal.aborted) return;
    this.#told += 1;
    this.#channel.postMessage({ ...message, leader: this.#id, number: this.#told, cursor: this.#state.cursor } satisfies Relayed);
  }

  #hear(message: Relayed | Greeting): void {
    if (message.kind === 'greeting') {
      if (this.#leads) this.#relay({ kind: 'connection', connection: this.#connection });
      return;
    }
    const verdict = judge(this.#place, message);
    if (verdict === 'old') return;
    this.#place = { leader: message.leader, number: message.number };
    if (verdict === 'gap' && message.kind !== 'everything') this.#ears.everything();
    this.#follow(message);
    if (message.cursor !== undefined) this.#state = { ...this.#state, cursor: message.cursor };
  }

  #follow(message: Relayed): void {
    switch (message.kind) {
      case 'changes': {
        const next = received(this.#state, { cursor: message.cursor ?? '', changes: [...message.changes] });
        this.#state = { ...next.state, cursor: this.#state.cursor };
        if (next.changes.length > 0) this.#ears.changes(next.changes);
        return;
      }
      case 'everything':
        this.#ears.everything();
        return;
      case 'connection':
        this.#connection = message.connection;
        this.#ears.connection(message.connection);
        return;
    }
  }
}
