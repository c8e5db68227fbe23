import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn } from '../../packages/driver/src/login.ts';
import { demoPeople } from '../../packages/server/src/organisation/demo-staff.ts';
import { type House, openHouse } from './house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house?.close());

async function session(cookie: string): Promise<Response> {
  return fetch(new URL('/api/session', house.baseUrl), { headers: { cookie } });
}

describe('the demonstration', () => {
  it('lets the driver in as each of its people, through the public pages', async () => {
    for (const { subject, name } of await demoPeople()) {
      if (subject === 'ulla-utentilgang') continue;
      const answer = await session(await logIn(house.baseUrl, subject));
      expect(await answer.json()).toMatchObject({ staffId: subject, name, demo: true });
    }
  });

  it('tells the driver that one without a role was not let in', async () => {
    await expect(logIn(house.baseUrl, 'ulla-utentilgang')).rejects.toThrow('kom ikke inn: /login/callback svarte 403');
  });

  it('lets a change of roles take effect in the session that is open', async () => {
    const cookie = await logIn(house.baseUrl, 'otto-operator');
    await house.database.pool.query(`update organisation.assignment set valid_to = now() where staff_id = 'otto-operator'`);
    expect(await (await session(cookie)).json()).toMatchObject({ assignments: [], capabilities: {} });
    await house.database.pool.query(
      `insert into organisation.assignment (staff_id, role, unit, valid_from) values ('otto-operator', 'manager', 'lvs-forde', now())`,
    );
    expect(await (await session(cookie)).json()).toMatchObject({ assignments: [{ role: 'manager', unit: 'lvs-forde' }] });
    await house.database.pool.query(`update organisation.staff set blocked_at = now() where staff_id = 'otto-operator'`);
    expect((await session(cookie)).status).toBe(401);
  });
});
