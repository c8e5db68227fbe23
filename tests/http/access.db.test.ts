import { randomUUID } from 'node:crypto';
import { type Capability, can, capabilities, type Role, type Staff } from '@vakthavende/core/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, contactWith, type House, openHouse, type Person } from './house.ts';

/** One person of each role in Førde's area, and what each role is asked for by every route. */
const people = {
  operator: 'oda-operator',
  nurse: 'nils-nattsykepleier',
  doctor: 'dina-doktor',
  manager: 'leif-leder',
  rosterPlanner: 'vilde-vaktplan',
  nationalEditor: 'norunn-nasjonal',
} as const satisfies Partial<Record<Role, string>>;
type Asking = keyof typeof people;

let house: House;
let contactId: string;
let persons: Readonly<Record<Asking, Person>>;

beforeAll(async () => {
  house = await openHouse();
  const entries = await Promise.all(Object.entries(people).map(async ([role, staffId]) => [role, await house.as(staffId)] as const));
  // Each role has its person just above.
  persons = Object.fromEntries(entries) as Record<Asking, Person>;
  contactId = await contactWith(persons.operator, { type: 'statePlace', place: '4647', clinicId: 'lv-forde' });
});

afterAll(() => house?.close());

interface Row {
  readonly route: string;
  readonly needs: Capability | readonly Capability[];
  readonly ask: (person: Person) => Promise<Answer>;
}

const day = 'from=2026-03-11&to=2026-03-12';
const routes: readonly Row[] = [
  { route: 'the queue', needs: 'answerCalls', ask: (p) => p.get('/api/telephony/queue?unit=lvs-forde') },
  { route: 'a call command', needs: 'answerCalls', ask: (p) => p.post(`/api/telephony/calls/${randomUUID()}/commands`, byHand()) },
  { route: 'the list of contacts', needs: ['seeBoard', 'seeFigureRows'], ask: (p) => p.get(`/api/contacts?unit=${unitOf(p)}`) },
  { route: 'a contact for treatment', needs: 'readContact', ask: (p) => p.get(`/api/contacts/${contactId}`) },
  {
    route: 'a contact for a stated purpose',
    needs: 'readContactForPurpose',
    ask: (p) => p.post(`/api/contacts/${contactId}/openings`, { purpose: 'quality', reason: 'kontroll av journal' }),
  },
  { route: 'a search', needs: 'readContact', ask: (p) => p.post('/api/contacts/search', { unit: unitOf(p), name: 'Ingen' }) },
  { route: 'a step of a contact', needs: 'handleContact', ask: (p) => step(p, { type: 'stateReason', text: 'hodepine' }) },
  { route: 'treating', needs: 'treat', ask: (p) => step(p, { type: 'returnToWaiting' }) },
  {
    route: 'emergency access',
    needs: 'openInEmergency',
    ask: (p) => p.post(`/api/contacts/${contactId}/emergency-access`, { reason: 'bevisstløs pasient' }),
  },
  { route: 'the access log', needs: 'readAccessLog', ask: (p) => p.get('/api/access-log?unit=lvs-forde') },
  { route: 'the duty list', needs: 'seeDutyList', ask: (p) => p.get(`/api/duty-list?unit=${unitOf(p)}`) },
  { route: 'entering a duty', needs: 'editDutyList', ask: (p) => p.post('/api/duty-list', duty(unitOf(p))) },
  { route: 'figures', needs: 'seeFigures', ask: (p) => p.get(`/api/statistics/figures?unit=lvs-forde&${day}`) },
  {
    route: 'rows behind a figure',
    needs: 'seeFigureRows',
    ask: (p) => p.get('/api/statistics/figures/callsOffered/rows?unit=lvs-forde&day=2026-03-11'),
  },
  { route: 'definitions', needs: 'seeFigures', ask: (p) => p.get('/api/statistics/definitions') },
  { route: 'places', needs: 'readRegister', ask: (p) => p.get('/api/organisation/places?q=F') },
  { route: 'who serves', needs: 'readRegister', ask: (p) => p.get('/api/organisation/served-by?place=4647') },
  { route: 'units', needs: 'readRegister', ask: (p) => p.get('/api/organisation/units') },
  { route: 'findings', needs: 'readRegister', ask: (p) => p.get('/api/organisation/findings?list=demo-2021') },
  { route: 'the pack', needs: 'handleContact', ask: (p) => p.get('/api/triage/pack') },
  { route: 'the diagnoses', needs: 'handleContact', ask: (p) => p.get('/api/triage/diagnoses') },
];

const byHand = () => ({ commandId: randomUUID(), type: 'registerByHand', centreId: 'lvs-forde' });
const step = (person: Person, given: object) =>
  person.post(`/api/contacts/${contactId}/commands`, { commandId: randomUUID(), seen: 999, order: given });
const unitOf = (person: Person) => (['nils-nattsykepleier', 'dina-doktor'].includes(person.staffId) ? 'lv-forde' : 'lvs-forde');
const duty = (unit: string) => ({
  commandId: randomUUID(),
  entryId: randomUUID(),
  type: 'enter',
  unit,
  staffId: 'ukjent',
  level: 'primary',
  phone: '99900010',
  from: new Date().toISOString(),
  to: new Date(Date.now() + 3_600_000).toISOString(),
});

/** Refused for want of access; other refusals come after the door. */
const atTheDoor = (answer: Answer) => answer.status === 403 || answer.body?.code === 'contact-of-other-unit';

describe.each(Object.keys(people) as Asking[])('as %s', (role) => {
  it.each(routes)('$route', async ({ needs, ask: asking }) => {
    const wanted: readonly Capability[] = typeof needs === 'string' ? [needs] : needs;
    const allowed = wanted.some((capability) => (capabilities[capability] as readonly Role[]).includes(role));
    const answer = await asking(persons[role]);
    expect(answer.status).toBeLessThan(500);
    expect(atTheDoor(answer), answer.text.slice(0, 300)).toBe(!allowed);
    if (!allowed) expect(answer.body.detail).toMatch(/tilgang|annen enhet/);
  });
});

describe('whoever is not logged in', () => {
  it.each(routes)('is refused: $route', async ({ ask: asking }) => {
    const nobody = (headers: Record<string, string>): Person => ({
      staffId: 'nobody',
      cookie: '',
      get: (path) => ask(house.url + path, { headers }),
      post: (path, body) => ask(house.url + path, { body: JSON.stringify(body), headers: { ...headers, 'x-vakthavende': '1' } }),
    });
    for (const headers of [{}, { cookie: 'vakthavende=made-up' }])
      expect(await asking(nobody(headers))).toMatchObject({ status: 401, body: { code: 'not-logged-in' } });
  });

  it('gets no feed', async () => {
    expect((await ask(`${house.url}/api/feed`, {})).status).toBe(401);
  });
});

describe('a page of another site', () => {
  it('cannot have anything done in a logged-in browser: its requests lack our header', async () => {
    const { cookie } = persons.operator;
    const posts = [
      `/api/contacts/${contactId}/commands`,
      '/api/contacts/search',
      `/api/telephony/calls/${randomUUID()}/commands`,
      '/api/duty-list',
    ];
    const bodies = [
      { commandId: randomUUID(), order: { type: 'stateReason', text: 'x' } },
      { unit: 'lvs-forde', name: 'x' },
      byHand(),
      duty('lvs-forde'),
    ];
    for (const [i, path] of posts.entries()) {
      const answer = await ask(house.url + path, { body: JSON.stringify(bodies[i]), headers: { cookie } });
      expect(answer, path).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    }
  });
});

describe('the table of roles', () => {
  it('gives each person of the demonstration what its session says, and no more', async () => {
    for (const person of Object.values(persons)) {
      const { body } = await person.get('/api/session');
      const staff: Staff = body;
      for (const capability of Object.keys(capabilities) as Capability[]) {
        const units: readonly string[] = body.capabilities[capability] ?? [];
        expect(units.length > 0).toBe(can(staff, capability));
        for (const unit of units) expect(can(staff, capability, [unit])).toBe(true);
      }
    }
  });
});
