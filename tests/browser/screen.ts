import type { Browser, BrowserContext, Page } from 'playwright-core';

export type ScreenOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A browser with one person logged in. */
export interface Screen {
  readonly staffId: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of, and what it asked of others than the house. Empty, always. */
  readonly faults: string[];
  readonly opens: (path: string) => Promise<void>;
  readonly anotherTab: (path: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export interface Visitor {
  readonly url: string;
  readonly staffId: string;
  /** Left out: nobody is logged in. */
  readonly cookie?: string | undefined;
  readonly options?: ScreenOptions | undefined;
}

const patience = 20_000;

export async function openScreen(browser: Browser, { url, staffId, cookie, options }: Visitor): Promise<Screen> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nb-NO', baseURL: url, ...options });
  context.setDefaultTimeout(patience);
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url }]);
  }
  const faults: string[] = [];
  context.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== url) faults.push(`asks ${request.url()}`);
  });
  context.on('console', (message) => {
    // A refusal is told to the user; the browser also writes it to the console.
    if (message.type() === 'error' && !/status of (4\d\d|503)|ERR_(INTERNET_DISCONNECTED|CONNECTION|INCOMPLETE)/.test(message.text()))
      faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  const page = await context.newPage();
  return {
    staffId,
    context,
    page,
    faults,
    opens: async (path) => {
      await page.goto(path);
    },
    anotherTab: async (path) => {
      const tab = await context.newPage();
      await tab.goto(path);
      return tab;
    },
    close: () => context.close(),
  };
}
