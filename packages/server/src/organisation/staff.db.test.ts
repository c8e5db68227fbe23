import Fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemHandler } from '../platform/problems.ts';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { demoPeople, seedDemoStaff } from './demo-staff.ts';
import { sessionRoutes } from './session-routes.ts';
import { readStaff, staffDirectory } from './staff.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});

afterAll(() => database?.drop());

beforeEach(async () => {
  await database.pool.query('truncate organisation.staff, organisation.staff_identity, organisation.assignment');
  await seedDemoStaff(database.pool);
});

async function hold(role: string, from: string, to: string | null = null): Promise<void> {
  await database.pool.query(
    `insert into organisation.assignment values ('ulla-utentilgang', $1, 'lv-forde', now() + $2::interval, now() + $3::interval)`,
    [role, from, to],
  );
}

async function rolesOf(staffId: string): Promise<readonly string[] | undefined> {
  const staff = await readStaff(database.pool, staffId);
  return staff?.assignments.map(({ role, unit }) => `${role} ${unit}`);
}

describe('staff', () => {
  it('hold the assignments in force now: from an instant, up to but not at another', async () => {
    await hold('nurse', '-1 day');
    await hold('doctor', '-1 day', '1 minute');
    await hold('manager', '1 minute');
    await hold('operator', '-2 days', '0 minutes');
    expect(await rolesOf('ulla-utentilgang')).toEqual(['doctor lv-forde', 'nurse lv-forde']);
  });

  it('lose all when shut out', async () => {
    await database.pool.query(`update organisation.staff set blocked_at = now() where staff_id = 'dina-doktor'`);
    expect(await rolesOf('dina-doktor')).toBeUndefined();
  });

  it('cannot hold a role that does not exist', async () => {
    await expect(hold('president', '-1 day')).rejects.toThrow('assignment_role_check');
  });
});

describe('a person who logs in', () => {
  const hashNationalId = (nationalId: string) => `hash of ${nationalId}`;

  beforeEach(async () => {
    await database.pool.query(
      `insert into organisation.staff_identity (kind, provider, value, staff_id) values
         ('subject', 'helseid', 'abc', 'dina-doktor'), ('hpr', '', '9999901', 'dina-doktor'),
         ('national-id', '', 'hash of 13917012345', 'dina-doktor'), ('hpr', '', '9999902', 'leif-leder')`,
    );
  });

  it.each([
    ['the subject', { subject: 'abc' }],
    ['the HPR number', { subject: 'new', hprNumber: '9999901' }],
    ['the hash of the national identity number', { subject: 'new', nationalId: '13917012345' }],
    ['several that agree', { subject: 'abc', hprNumber: '9999901', nationalId: '13917012345' }],
  ])('is known by %s', async (_, identity) => {
    const directory = staffDirectory(database.pool, { hashNationalId });
    expect(await directory.staffIdOf({ provider: 'helseid', ...identity })).toBe('dina-doktor');
  });

  it.each([
    ['nothing fits', { provider: 'helseid', subject: 'new' }],
    ['the subject is another provider’s', { provider: 'other', subject: 'abc' }],
    ['two parts point at different people', { provider: 'helseid', subject: 'abc', hprNumber: '9999902' }],
  ])('is not known when %s', async (_, identity) => {
    expect(await staffDirectory(database.pool, { hashNationalId }).staffIdOf(identity)).toBeUndefined();
  });
});

describe('the demonstration’s staff', () => {
  it('are put in once; what was changed by hand stays', async () => {
    await database.pool.query(`update organisation.assignment set valid_to = now() where staff_id = 'dina-doktor'`);
    await database.pool.query(`update organisation.staff set name = 'Dina Dansen' where staff_id = 'dina-doktor'`);
    await seedDemoStaff(database.pool);
    expect(await readStaff(database.pool, 'dina-doktor')).toEqual({ staffId: 'dina-doktor', name: 'Dina Dansen', assignments: [] });
    const { rows } = await database.pool.query('select 1 from organisation.staff');
    expect(rows).toHaveLength((await demoPeople()).length);
  });

  it('fill every role that the first workplaces need, each known to the demo provider', async () => {
    const directory = staffDirectory(database.pool);
    const held = new Set<string>();
    for (const { subject } of await demoPeople()) {
      expect(await directory.staffIdOf({ provider: 'demo', subject })).toBe(subject);
      for (const role of (await rolesOf(subject)) ?? []) held.add(role);
    }
    const needed = ['operator lvs-forde', 'nurse lv-forde', 'nurse lv-floro', 'doctor lv-forde', 'doctor lv-floro', 'doctor lv-bremanger'];
    const alsoNeeded = [
      'manager lvs-forde',
      'rosterPlanner lv-forde',
      'nationalEditor national',
      'operator lvs-nordfjord',
      'doctor lv-nordfjord',
    ];
    for (const role of [...needed, ...alsoNeeded]) expect(held).toContain(role);
  });
});

describe('GET /api/session', () => {
  async function ask(staffId: string | undefined) {
    const app = Fastify();
    app.setErrorHandler(problemHandler({}));
    const authenticate = async () => (staffId === undefined ? undefined : readStaff(database.pool, staffId));
    sessionRoutes(app, { authenticate, demo: true, unitOrder: async () => ['lvs-forde'] });
    return app.inject('/api/session');
  }

  it('says who it is and what they may do where', async () => {
    const answer = await ask('oda-operator');
    expect(answer.json()).toMatchObject({
      staffId: 'oda-operator',
      name: 'Oda Operatør',
      assignments: [{ role: 'operator', unit: 'lvs-forde' }],
      capabilities: { answerCalls: ['lvs-forde'], readContact: ['lvs-forde'] },
      demo: true,
    });
    expect(answer.json().capabilities).not.toHaveProperty('treat');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('refuses who is not logged in, in Norwegian', async () => {
    const answer = await ask(undefined);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'not-logged-in' });
  });
});
