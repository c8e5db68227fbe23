/**
 * Logs an invented person in through the public pages, as a browser does: follow the redirects, pick the person, follow back.
 * Returns the value of a `Cookie` header that carries the session.
 */
export async function logIn(baseUrl: string, staffId: string): Promise<string> {
  const jar = new Map<string, string>();
  const choice = await visit(jar, new URL('/login', baseUrl));
  if (choice.response.status !== 200) throw new Error(`Innloggingssiden svarte ${choice.response.status}.`);
  await choice.response.text();
  const answer = { method: 'POST', body: new URLSearchParams({ subject: staffId }) };
  const done = await visit(jar, choice.url, answer, (url) => url.pathname === '/login/callback');
  await done.response.text();
  const session = [...jar].find(([name]) => /^(__Host-)?vakthavende$/.test(name));
  if (!session) throw new Error(`${staffId} kom ikke inn: ${done.url.pathname} svarte ${done.response.status}.`);
  return session.join('=');
}

interface Visited {
  readonly url: URL;
  readonly response: Response;
}

const mostRedirects = 10;

/** Follows redirects with the cookies of the jar, to the first page, or to the answer of the address that `last` names. */
async function visit(
  jar: Map<string, string>,
  from: URL,
  first: RequestInit = {},
  last: (url: URL) => boolean = () => false,
): Promise<Visited> {
  let url = from;
  let init = first;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    keep(jar, response.headers.getSetCookie());
    const location = response.headers.get('location');
    if (location === null || last(url)) return { url, response };
    await response.body?.cancel();
    url = new URL(location, url);
    init = {};
  }
  throw new Error('Innloggingen gikk i ring.');
}

function keep(jar: Map<string, string>, setCookies: readonly string[]): void {
  for (const setCookie of setCookies) {
    const [pair = '', ...attributes] = setCookie.split(';');
    const name = pair.slice(0, pair.indexOf('=')).trim();
    const ended = attributes.some((each) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(each));
    if (ended) jar.delete(name);
    else jar.set(name, pair.slice(pair.indexOf('=') + 1).trim());
  }
}
