import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../testing/template-database.ts';
import { type Browser, newBrowser, pick } from './testing/browser.ts';
import { type Colleague, type House, openHouse } from './testing/house.ts';

let database: TestDatabase;
let house: House;

beforeAll(async () => {
  database = await cloneDatabase();
  house = await openHouse(database.pool);
});

afterAll(async () => {
  await house?.app.close();
  await database?.drop();
});

afterEach(() => {
  house.colleagues.set('oda', { staffId: 'oda', roles: ['operator'] });
});

async function who(browser: Browser, at: House = house): Promise<Colleague | null> {
  const { text } = await browser.open(`${at.baseUrl}/who`);
  return (JSON.parse(text) as { who: Colleague | null }).who;
}

async function loggedIn(subject = 'oda'): Promise<Browser> {
  const browser = newBrowser(house.baseUrl);
  await pick(browser, subject);
  return browser;
}

async function log(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ line: string }>(
    `select concat_ws(' ', event, staff_id, reason) as line from platform.login_log order by id desc limit 3`,
  );
  return rows.map((row) => row.line);
}

describe('a login', () => {
  it('goes to the provider and back to where the person was', async () => {
    const browser = newBrowser(house.baseUrl);
    const page = await pick(browser, 'oda', { path: '/login?return=/board%3Funit%3Dlv-forde' });
    expect(`${page.url.pathname}${page.url.search}`).toBe('/board?unit=lv-forde');
    expect(page.text).toBe('board');
    expect(await who(browser)).toEqual({ staffId: 'oda', roles: ['operator'] });
    expect((await log())[0]).toBe('logged-in oda');
  });

  it('gives the browser one cookie that scripts and other sites cannot use, and no token', async () => {
    const browser = await loggedIn();
    const cookie = browser.cookies.get('vakthavende');
    expect(cookie?.attributes).toBe('Path=/; HttpOnly; SameSite=Lax');
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
    expect([...browser.cookies.values()].filter(({ value }) => value.includes('.'))).toEqual([]);
  });

  it('keeps neither the secret nor a readable token in the database', async () => {
    const browser = await loggedIn();
    const { rows } = await database.pool.query<{ all: string }>('select session::text as all from platform.session');
    const everything = rows.map((row) => row.all).join();
    expect(everything).not.toContain(browser.cookies.get('vakthavende')?.value ?? 'missing');
    expect(everything).not.toContain('eyJ');
  });

  it('leaves no code, state or token in the log', async () => {
    await loggedIn();
    expect(house.logged.join()).toContain('incoming request');
    expect(house.logged.filter((line) => /code|state|eyJ/.test(line.replace('"statusCode"', '')))).toEqual([]);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example', '/login?return=/login', '/\t/evil.example'])(
    'does not send anyone on to %s',
    async (target) => {
      const page = await pick(newBrowser(house.baseUrl), 'oda', { path: `/login?return=${encodeURIComponent(target)}` });
      expect(page.url.href).toBe(`${house.baseUrl}/`);
    },
  );

  it('begins at the address that the provider sends back to', async () => {
    const other = house.baseUrl.replace('127.0.0.1', 'localhost');
    const page = await pick(newBrowser(other), 'oda', { path: `${other}/login?return=/board` });
    expect(page.url.href).toBe(`${house.baseUrl}/board`);
  });

  it('can be finished in two tabs', async () => {
    const browser = newBrowser(house.baseUrl);
    const first = await browser.open('/login?return=/board');
    const second = await browser.open('/login?return=/board');
    for (const tab of [first, second]) {
      const page = await browser.open(tab.url.href, { form: { subject: 'oda' } });
      expect(page.text).toBe('board');
    }
  });

  it('replaces the session that the browser had', async () => {
    const browser = await loggedIn();
    const former = browser.cookies.get('vakthavende');
    await pick(browser, 'oda');
    const thief = newBrowser(house.baseUrl);
    if (former) thief.cookies.set('vakthavende', former);
    expect(await who(thief)).toBeNull();
    expect(await who(browser)).not.toBeNull();
  });
});

describe('a login is refused', () => {
  async function returning(browser: Browser): Promise<URL> {
    const { url } = await pick(browser, 'oda', { until: (next) => next.pathname === '/login/callback' });
    return url;
  }

  it('when the state is not ours', async () => {
    const browser = newBrowser(house.baseUrl);
    const url = await returning(browser);
    url.searchParams.set('state', 'made-up');
    const page = await browser.open(url.href);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Innloggingen må startes på nytt');
    expect(browser.cookies.has('vakthavende')).toBe(false);
  });

  it('in another browser than the one that began it', async () => {
    const url = await returning(newBrowser(house.baseUrl));
    const victim = newBrowser(house.baseUrl);
    await victim.open('/login');
    expect((await victim.open(url.href)).status).toBe(400);
    expect(victim.cookies.has('vakthavende')).toBe(false);
  });

  it('the second time', async () => {
    const browser = newBrowser(house.baseUrl);
    const url = await returning(browser);
    expect((await browser.open(url.href)).status).toBe(200);
    expect((await browser.open(url.href)).status).toBe(400);
  });

  it('when it took more than ten minutes', async () => {
    const browser = newBrowser(house.baseUrl);
    const url = await returning(browser);
    await database.pool.query(`update platform.login_attempt set expires_at = now() - interval '1 second'`);
    expect((await browser.open(url.href)).status).toBe(400);
  });

  it('when the code verifier is not the one that the login began with', async () => {
    const browser = newBrowser(house.baseUrl);
    const url = await returning(browser);
    await database.pool.query(`update platform.login_attempt set code_verifier = repeat('x', 43)`);
    const page = await browser.open(url.href);
    expect(page.status).toBe(401);
    expect(page.text).toContain('Innloggingen mislyktes');
    expect((await log())[0]).toMatch(/^failed /);
  });

  it('when the nonce in the token is not the one that the login began with', async () => {
    const browser = newBrowser(house.baseUrl);
    const url = await returning(browser);
    await database.pool.query(`update platform.login_attempt set nonce = 'another'`);
    expect((await browser.open(url.href)).status).toBe(401);
    expect(browser.cookies.has('vakthavende')).toBe(false);
  });

  it('when the provider says no, with a page that tells', async () => {
    const browser = newBrowser(house.baseUrl);
    const url = await returning(browser);
    url.searchParams.delete('code');
    url.searchParams.set('error', 'access_denied');
    const page = await browser.open(url.href);
    expect([page.status, page.text.includes('Innloggingen ble avbrutt')]).toEqual([401, true]);
  });

  it.each([
    ['ulla', 'no-access ulla no-assignment'],
    ['fremmed', 'no-access unknown-person'],
  ])('for %s, who has nothing to do here, with a page that says so', async (subject, logged) => {
    const browser = newBrowser(house.baseUrl);
    const page = await pick(browser, subject);
    expect(page.status).toBe(403);
    expect(page.text).toContain('Du er kjent, men har ingen tilgang');
    expect(browser.cookies.has('vakthavende')).toBe(false);
    expect((await log())[0]).toBe(logged);
  });
});

describe('a session', () => {
  it('ends at logout, here and at the provider', async () => {
    const browser = await loggedIn();
    const secret = browser.cookies.get('vakthavende');
    const atProvider = [...browser.cookies.keys()].filter((name) => name.startsWith('_session'));
    expect(atProvider.length).toBeGreaterThan(0);
    const confirming = await browser.open('/logout', { form: {} });
    expect(confirming.url.pathname).toBe('/demo-oidc/session/end');
    const [, action = '', xsrf = ''] = /action="([^"]+)".*name="xsrf" value="([^"]+)"/s.exec(confirming.text) ?? [];
    const page = await browser.open(action, { form: { xsrf, logout: 'yes' } });
    expect(page.url.pathname).toBe('/login/logged-out');
    expect(page.text).toContain('Du er logget ut');
    if (secret) browser.cookies.set('vakthavende', secret);
    expect(await who(browser)).toBeNull();
    expect((await log())[0]).toBe('logged-out oda');
  });

  it('is not ended by another site', async () => {
    const browser = await loggedIn();
    expect((await browser.open('/logout', { form: {}, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await browser.open('/logout', { form: {}, headers: { origin: 'https://evil.example' } })).status).toBe(403);
    expect(await who(browser)).not.toBeNull();
  });

  it('logs out whoever has none', async () => {
    expect((await newBrowser(house.baseUrl).open('/logout', { form: {} })).url.pathname).toBe('/login/logged-out');
  });

  it('ends twelve hours after the login, however much it is used', async () => {
    const browser = await loggedIn();
    const { rows } = await database.pool.query<{ hours: string }>(
      'select extract(epoch from expires_at - created_at) / 3600 as hours from platform.session order by created_at desc limit 1',
    );
    expect(Number(rows[0]?.hours)).toBe(12);
    await age({ created_at: '12 hours', expires_at: '12 hours' });
    expect(await who(browser)).toBeNull();
  });

  it('ends when nobody used it for four hours, not before', async () => {
    const browser = await loggedIn();
    await age({ last_seen_at: '3 hours 59 minutes' });
    expect(await who(browser)).not.toBeNull();
    // It was used: the four hours begin anew.
    await age({ last_seen_at: '3 hours 59 minutes' });
    expect(await who(browser)).not.toBeNull();
    await age({ last_seen_at: '4 hours' });
    expect(await who(browser)).toBeNull();
  });

  it.each(['', 'x', 'A'.repeat(43), "' or 1=1 --", '%00'.repeat(20)])('is not opened by the made-up cookie %j', async (value) => {
    const browser = await loggedIn();
    browser.cookies.set('vakthavende', { value, path: '/', attributes: '' });
    expect(await who(browser)).toBeNull();
  });

  it('is not opened by a cookie with one sign changed', async () => {
    const browser = await loggedIn();
    const cookie = browser.cookies.get('vakthavende');
    const value = cookie?.value ?? '';
    browser.cookies.set('vakthavende', { path: '/', attributes: '', value: `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}` });
    expect(await who(browser)).toBeNull();
  });

  it('follows the person: new roles are seen, and who is shut out is out', async () => {
    const browser = await loggedIn();
    house.colleagues.set('oda', { staffId: 'oda', roles: ['manager'] });
    expect(await who(browser)).toEqual({ staffId: 'oda', roles: ['manager'] });
    house.colleagues.delete('oda');
    expect(await who(browser)).toBeNull();
  });

  it('can be ended for a person everywhere', async () => {
    const browsers = [await loggedIn(), await loggedIn()];
    await house.login.endSessionsOf('oda');
    expect(await Promise.all(browsers.map((browser) => who(browser)))).toEqual([null, null]);
  });

  it('is remembered between requests, for some seconds at the most', async () => {
    const slow = await openHouse(database.pool, { cacheMilliseconds: 300 });
    try {
      const browser = newBrowser(slow.baseUrl);
      await pick(browser, 'oda');
      expect(await who(browser, slow)).not.toBeNull();
      await database.pool.query('delete from platform.session');
      expect(await who(browser, slow)).not.toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 320));
      expect(await who(browser, slow)).toBeNull();
    } finally {
      await slow.app.close();
    }
  });

  it('costs the database one question, however many requests there are in those seconds', async () => {
    const busy = await openHouse(database.pool, { cacheMilliseconds: 60_000 });
    try {
      const browser = newBrowser(busy.baseUrl);
      await pick(browser, 'oda');
      const asked = vi.spyOn(database.pool, 'query');
      const answers = await Promise.all(Array.from({ length: 50 }, () => who(browser, busy)));
      expect(answers.every((person) => person?.staffId === 'oda')).toBe(true);
      expect(asked).toHaveBeenCalledTimes(1);
      asked.mockRestore();
    } finally {
      await busy.app.close();
    }
  });

  it('is shared by the server processes', async () => {
    const browser = await loggedIn();
    const other = await openHouse(database.pool);
    try {
      expect(await who(browser, other)).not.toBeNull();
    } finally {
      await other.app.close();
    }
  });

  async function age(columns: Readonly<Record<string, string>>): Promise<void> {
    const set = Object.entries(columns).map(([column, interval]) => `${column} = ${column} - interval '${interval}'`);
    await database.pool.query(`update platform.session set ${set.join(', ')}`);
  }
});

describe('the choice of people in the demonstration', () => {
  it('writes names as text, whatever is in them', async () => {
    const page = await newBrowser(house.baseUrl).open('/login');
    expect(page.text).toContain('oda &#60;b&#62;&#38;');
    expect(page.text).not.toContain('<b>');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('lets in nobody who is not on the list', async () => {
    const browser = newBrowser(house.baseUrl);
    const page = await pick(browser, 'somebody-else');
    expect([page.status, page.text.includes('Ukjent person')]).toEqual([422, true]);
  });

  it('is not shown outside of a login', async () => {
    expect((await newBrowser(house.baseUrl).open('/demo-oidc/interaction/made-up')).status).toBe(400);
  });
});
