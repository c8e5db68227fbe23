import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const source = readFileSync(join(import.meta.dirname, '../../service-worker.js'), 'utf8');
const origin = 'https://vakthavende.test';
const files = ['/', '/assets/index-abc.js', '/before.js'];

type Handler = (event: unknown) => void;

/** The browser around the worker: a network that can go away, and the store. */
function browser() {
  const store = new Map<string, Map<string, string>>();
  const asked: string[] = [];
  const world = { online: true };
  const pathOf = (request: { url: string } | string) => new URL(typeof request === 'string' ? request : request.url, origin).pathname;
  const fetch = async (request: { url: string }) => {
    asked.push(pathOf(request));
    if (!world.online) throw new TypeError('Failed to fetch');
    return `network ${pathOf(request)}`;
  };
  const caches = {
    open: async (name: string) => ({
      addAll: async (requests: { url: string }[]) => {
        const kept = new Map<string, string>();
        for (const request of requests) kept.set(pathOf(request), `${name} ${pathOf(request)}`);
        store.set(name, kept);
      },
    }),
    keys: async () => [...store.keys()],
    delete: async (name: string) => store.delete(name),
    match: async (request: { url: string } | string, options: { cacheName?: string } = {}) =>
      [...store]
        .filter(([name]) => !options.cacheName || name === options.cacheName)
        .flatMap(([, kept]) => kept.get(pathOf(request)) ?? [])[0],
  };
  return { store, asked, world, fetch, caches };
}

function worker(around: ReturnType<typeof browser>, version: string) {
  const handlers = new Map<string, Handler>();
  const self = {
    location: { origin },
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined },
  };
  const Request = class {
    readonly url: string;
    constructor(path: string) {
      this.url = new URL(path, origin).href;
    }
  };
  // The worker is a script of its own for the browser; here it gets the browser handed to it.
  new Function('self', 'caches', 'fetch', 'Request', 'version', 'files', source)(
    self,
    around.caches,
    around.fetch,
    Request,
    version,
    files,
  );
  const wait = async (name: string) => {
    let work: Promise<unknown> = Promise.resolve();
    handlers.get(name)?.({ waitUntil: (promise: Promise<unknown>) => (work = promise) });
    await work;
  };
  return {
    start: async () => {
      await wait('install');
      await wait('activate');
    },
    /** What the worker answers; undefined when it leaves the request to the browser. */
    ask: async (path: string, request: { method?: string; mode?: string } = {}) => {
      let answer: Promise<unknown> | undefined;
      handlers.get('fetch')?.({
        request: { url: new URL(path, origin).href, method: 'GET', mode: 'cors', ...request },
        respondWith: (promise: Promise<unknown>) => {
          answer = promise;
        },
      });
      return answer;
    },
  };
}

describe('the page kept in the browser', () => {
  let around: ReturnType<typeof browser>;
  let ours: ReturnType<typeof worker>;
  beforeEach(async () => {
    around = browser();
    ours = worker(around, 'two');
    await ours.start();
  });

  it('comes from the server while it is reached', async () => {
    expect(await ours.ask('/sentral', { mode: 'navigate' })).toBe('network /sentral');
  });

  it('comes from the store when it is not, at any address of the page', async () => {
    around.world.online = false;
    expect(await ours.ask('/legevakt/3f0c', { mode: 'navigate' })).toBe('vakthavende-page-two /');
    expect(await ours.ask('/assets/index-abc.js')).toBe('vakthavende-page-two /assets/index-abc.js');
  });

  it.each(['/api/session', '/api/feed?after=1:1', '/login?return=/', '/logout', '/demo-oidc/auth'])('never touches %s', async (path) => {
    expect(await ours.ask(path)).toBeUndefined();
    expect(await ours.ask(path, { mode: 'navigate' })).toBeUndefined();
  });

  it('never touches what is sent, or other places', async () => {
    expect(await ours.ask('/sentral', { method: 'POST' })).toBeUndefined();
    expect(await ours.ask('https://elsewhere.test/assets/index-abc.js')).toBeUndefined();
  });

  it('keeps nothing that the server answered', async () => {
    await ours.ask('/sentral', { mode: 'navigate' });
    await ours.ask('/assets/later-def.js');
    expect([...around.store.keys()]).toEqual(['vakthavende-page-two']);
    expect([...(around.store.get('vakthavende-page-two')?.keys() ?? [])]).toEqual(files);
  });

  it('keeps the build before for the pages that are open, and no older', async () => {
    await worker(around, 'three').start();
    await worker(around, 'four').start();
    expect([...around.store.keys()]).toEqual(['vakthavende-page-three', 'vakthavende-page-four']);
  });
});
