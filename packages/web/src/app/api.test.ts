import { postContactCommand } from '@vakthavende/contract/contact';
import { getServedBy } from '@vakthavende/contract/organisation';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addressOf, call } from './api.ts';
import { AnswerError, OfflineError, ProblemError, problemOf } from './problem.ts';
import { sessionLost } from './session-lost.ts';

const contactId = '3f0c2d8e-8a54-4b1e-9d5f-2b7f5a1c0e11';
const take = { params: { contactId }, body: { commandId: contactId, order: { type: 'take' as const, as: 'nurse' as const } } };

afterEach(() => {
  vi.unstubAllGlobals();
  sessionLost.set(false);
});

/** Puts an answer where the network would be, and gives what was asked. */
function answering(body: unknown, status = 200) {
  const fetch = vi.fn((_address: string, _init: RequestInit) => Promise.resolve(Response.json(body, { status })));
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('asking by a route of the contract', () => {
  it('puts parameters and query into the address, and leaves out what is not given', () => {
    expect(addressOf(postContactCommand, { params: { contactId } })).toBe(`/api/contacts/${contactId}/commands`);
    expect(addressOf(getServedBy, { query: { place: '4640-balestrand', at: undefined } })).toBe(
      '/api/organisation/served-by?place=4640-balestrand',
    );
    expect(addressOf({ path: '/a/:name' }, { params: { name: 'x/y?z' } })).toBe('/a/x%2Fy%3Fz');
  });

  it('sends JSON with the header that another origin cannot send', async () => {
    const fetch = answering({ contactId, sequence: 4 });
    await expect(call(postContactCommand, take)).resolves.toEqual({ contactId, sequence: 4 });
    const init = fetch.mock.calls[0]?.[1];
    expect(init).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json', 'x-vakthavende': '1' } });
    expect(JSON.parse(String(init?.body))).toEqual(take.body);
  });

  it('tells an answer that breaks the contract from a refusal', async () => {
    answering({ contactId });
    await expect(call(postContactCommand, take)).rejects.toBeInstanceOf(AnswerError);
  });

  it('tells a lost connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call(postContactCommand, take)).rejects.toBeInstanceOf(OfflineError);
  });

  it('carries what the refusal tells, and asks to log in when the session is gone', async () => {
    answering({ type: 't', title: 't', status: 409, code: 'contact-changed', detail: 'Endret.', field: 'seen', by: 'Kari Påfunn' }, 409);
    const refusal = await call(postContactCommand, take).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({ code: 'contact-changed', field: 'seen', errors: [], data: { by: 'Kari Påfunn' } });
    expect(sessionLost.get()).toBe(false);
    answering({ type: 't', title: 't', status: 401, code: 'not-logged-in', detail: 'Logg inn.' }, 401);
    await call(postContactCommand, take).catch(() => undefined);
    expect(sessionLost.get()).toBe(true);
  });

  it.each([
    [401, 'not-logged-in'],
    [413, 'too-large'],
    [502, 'unavailable'],
    [500, 'unexpected'],
  ])('gives words to a %d that something between us and the server wrote', (status, code) => {
    expect(problemOf(status, '<html>').code).toBe(code);
    expect(problemOf(status, undefined).detail).toMatch(/[.]$/);
  });
});
