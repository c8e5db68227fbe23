/** A browser as far as a login needs one: keeps cookies by path, follows redirects, sends forms. */
export interface Browser {
  readonly cookies: Map<string, { readonly value: string; readonly path: string; readonly attributes: string }>;
  /** Follows to a page. `until` stops before an address is asked for, and answers with it. */
  open(address: string, options?: Visit): Promise<Opened>;
}

export interface Visit {
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly until?: (url: URL) => boolean;
}

export interface Opened {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

export function newBrowser(baseUrl: string): Browser {
  const cookies: Browser['cookies'] = new Map();

  function cookieHeader(url: URL): string {
    return [...cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
  }

  function keep(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...rest] = line.split(';');
      const attributes = rest.join(';').trim();
      const name = pair.slice(0, pair.indexOf('='));
      const path = /path=([^;]*)/i.exec(attributes)?.[1] ?? '/';
      // As browsers do, one name may be held for several paths.
      const key = path === '/' ? name : `${name} ${path}`;
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(attributes)) cookies.delete(key);
      else cookies.set(key, { value: pair.slice(pair.indexOf('=') + 1), path, attributes });
    }
  }

  return {
    cookies,
    async open(address, { form, headers, until } = {}) {
      let url = new URL(address, baseUrl);
      let init: RequestInit = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
      for (let step = 0; step < 12; step += 1) {
        const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...headers, cookie: cookieHeader(url) } });
        keep(response.headers.getSetCookie());
        const text = await response.text();
        const location = response.headers.get('location');
        if (location === null) return { url, status: response.status, text, headers: response.headers };
        url = new URL(location, url);
        if (until?.(url)) return { url, status: response.status, text, headers: response.headers };
        init = {};
      }
      throw new Error('The redirects go round.');
    },
  };
}

/** Logs in as one of the demonstration's people, and answers with the page that it ends on. */
export async function pick(
  browser: Browser,
  subject: string,
  options: { readonly path?: string; readonly until?: Visit['until'] } = {},
): Promise<Opened> {
  const choice = await browser.open(options.path ?? '/login');
  return browser.open(choice.url.href, { form: { subject }, ...(options.until && { until: options.until }) });
}
