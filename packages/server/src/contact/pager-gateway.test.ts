import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpGateway, type OutgoingPage } from './pager-gateway.ts';

interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const page: OutgoingPage = {
  pageId: '00000000-0000-8000-9000-000000000001',
  to: { channel: 'sms', address: '+4799900010' },
  text: 'RØD KONTAKT ved Førde legevakt.',
  answerUrl: 'https://vakt.example/side/abc',
};

let server: Server;
let received: Received[];
let answer: number | 'never';

beforeEach(async () => {
  received = [];
  answer = 202;
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ method: request.method, headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) });
      if (answer !== 'never') response.writeHead(answer).end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function gateway() {
  // Listening on a port, so its address is not a path.
  const { port } = server.address() as AddressInfo;
  return httpGateway({ url: `http://127.0.0.1:${port}/send`, key: 'the-key', channel: 'sms', timeout: 200 });
}

describe('the gateway as shipped', () => {
  it('posts the page with its key, its number and its link, under an id that a repeat carries too', async () => {
    await gateway().send(page);
    await gateway().send(page);
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0] && { ...received[0], headers: received[1]?.headers });
    expect(received[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer the-key', 'content-type': 'application/json', 'idempotency-key': page.pageId },
      body: { id: page.pageId, channel: 'sms', to: '+4799900010', text: page.text, answerUrl: page.answerUrl },
    });
    expect(received[1]?.headers['idempotency-key']).toBe(page.pageId);
  });

  it.each([400, 401, 429, 500, 503])('takes %i for a no', async (status) => {
    answer = status;
    await expect(gateway().send(page)).rejects.toThrow(String(status));
  });

  it('gives up on one that does not answer in time', async () => {
    answer = 'never';
    await expect(gateway().send(page)).rejects.toThrow(/timeout/);
    expect(received).toHaveLength(1);
  });

  it('gives up on one that is not there', async () => {
    const { send } = gateway();
    server.close();
    await once(server, 'close');
    await expect(send(page)).rejects.toThrow();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
});
