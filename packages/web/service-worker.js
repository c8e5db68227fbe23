// Keeps the page itself in the browser, so that a reload without connection shows it, with the drafts. What the server answers is never kept.
// `version` and `files` are written in front of this by the build (vite.config.ts).
/* global self, caches, fetch, version, files */

const shell = '/';
const prefix = 'vakthavende-page-';
const ours = prefix + version;
/** Asked of the server alone, always. */
const neverTouched = /^\/(api|login|logout|demo-oidc|her|health|openapi)(\/|\.|\?|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== self.location.origin || neverTouched.test(address.pathname)) return;
  if (event.request.mode === 'navigate') event.respondWith(page(event.request));
  else if (address.pathname.startsWith('/assets/') || files.includes(address.pathname)) event.respondWith(part(event.request));
});

async function keep() {
  const cache = await caches.open(ours);
  // Past the browser's own store: the page and its parts must be of one build.
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
}

/** The build before this one stays: pages that are open may still ask for its parts. */
async function forgetOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ours);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/** The server's page when it can be reached, else the one kept. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(shell, { cacheName: ours });
    if (!kept) throw error;
    return kept;
  }
}

/** This build's first; the one before it only for what it alone had: parts carry their content in their names. */
async function part(request) {
  return (
    (await caches.match(request, { cacheName: ours, ignoreVary: true })) ??
    (await caches.match(request, { ignoreVary: true })) ??
    fetch(request)
  );
}
