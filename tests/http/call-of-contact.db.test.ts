import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse, order, type Person } from './house.ts';

let house: House;
let oda: Person;
let nora: Person;

beforeAll(async () => {
  house = await openHouse();
  [oda, nora] = await Promise.all([house.as('oda-operator'), house.as('nora-nabooperator')]);
});
afterAll(() => house.close());

const offered = async (centreId: string): Promise<string> => {
  const callId = randomUUID();
  await house.exchange([{ eventId: randomUUID(), callId, legId: '1', kind: 'offered', centreId, occurredAt: new Date().toISOString() }]);
  return callId;
};

describe('the call that a contact is opened for', () => {
  it('is one of the operator’s own centre', async () => {
    const callId = await offered('lvs-forde');
    const opening = { type: 'openContact', centreId: 'lvs-forde', channel: 'patientPhones', callId };
    expect((await order(oda, randomUUID(), opening)).status).toBe(200);
    const neighbours = { ...opening, centreId: 'lvs-nordfjord' };
    expect(await order(nora, randomUUID(), neighbours)).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', field: 'order.callId' },
    });
  });

  it('exists', async () => {
    const opening = { type: 'openContact', centreId: 'lvs-forde', channel: 'patientPhones', callId: 'no-such-call' };
    expect(await order(oda, randomUUID(), opening)).toMatchObject({ status: 404, body: { code: 'call-unknown', field: 'order.callId' } });
  });

  it('is anybody’s when the register has no receiver for it', async () => {
    const callId = await offered('sentral-som-ikke-finnes');
    const opening = { type: 'openContact', centreId: 'lvs-nordfjord', channel: 'patientPhones', callId };
    expect((await order(nora, randomUUID(), opening)).status).toBe(200);
  });
});
