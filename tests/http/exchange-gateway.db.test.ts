import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpExchange } from '../../packages/server/src/telephony/index.ts';
import { type House, openHouse, type Person } from './house.ts';

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

const offer = (callId: string, at = Date.now() - 20_000) => [
  { eventId: randomUUID(), callId, legId: '1', kind: 'offered', centreId: 'lvs-forde', occurredAt: new Date(at).toISOString() },
  { eventId: randomUUID(), callId, legId: '1', kind: 'ringing', occurredAt: new Date(at + 9_000).toISOString() },
];

const say = (person: Person, callId: string, command: object) =>
  person.post(`/api/telephony/calls/${callId}/commands`, { commandId: randomUUID(), ...command });

const status = async (person: Person, callId: string): Promise<string | undefined> => {
  const { body } = await person.get('/api/telephony/queue?unit=lvs-forde');
  return body.rows.find((row: { callId: string }) => row.callId === callId)?.status;
};

describe('the demonstration’s exchange', () => {
  it('connects the operator who answers, and reports it; then hangs up', async () => {
    house = await openHouse({ exchange: 'demo' });
    const operator = await house.as('oda-operator');
    const callId = randomUUID();
    await house.exchange(offer(callId));
    expect((await say(operator, callId, { type: 'answerCall', legId: '1' })).status).toBe(200);
    await vi.waitFor(async () => expect(await status(operator, callId)).toBe('talking'), { timeout: 5_000 });
    expect((await say(operator, callId, { type: 'endCall' })).status).toBe(200);
    await vi.waitFor(async () => expect(await status(operator, callId)).toBe('ended'), { timeout: 5_000 });
  });
});

describe('an exchange reached over HTTP', () => {
  it('is asked once to connect, with its key, and what it does not take leaves the call waiting', async () => {
    const asked: { readonly path: string | undefined; readonly key: string | undefined; readonly body: unknown }[] = [];
    const server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        asked.push({ path: request.url, key: request.headers.authorization, body });
        response.writeHead(503).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // Listening on a port, so it has an address with one.
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      house = await openHouse({ exchange: httpExchange({ url, key: 'key-of-ours' }) });
      const operator = await house.as('oda-operator');
      const callId = randomUUID();
      await house.exchange(offer(callId));
      const commandId = randomUUID();
      const answer = { commandId, type: 'answerCall', legId: '1' };
      const path = `/api/telephony/calls/${callId}/commands`;
      expect((await operator.post(path, answer)).status).toBe(200);
      expect((await operator.post(path, answer)).status).toBe(200);
      await vi.waitFor(() => expect(house?.log.join('')).toContain('exchange: did not take answerCall'), { timeout: 5_000 });
      expect(asked).toEqual([{ path: '/connect', key: 'Bearer key-of-ours', body: { callId, legId: '1', operatorId: 'oda-operator' } }]);
      expect(await status(operator, callId)).toBe('ringing');
    } finally {
      server.close();
    }
  });
});

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}
