import { describe, expect, it } from 'vitest';
import { addDays, localDate, osloInstant, osloTime, plus } from '../../kernel/index.ts';
import { servedBy } from './served-by.ts';
import { indexRegister, type RegisterSnapshot, type Service, type SnapshotClinic } from './snapshot.ts';

/** 2021-03-15 was an ordinary Monday. */
const monday = localDate('2021-03-15');
const at = (day: number, clock: string) => {
  const [hours, minutes] = clock.split(':').map(Number);
  return osloInstant(addDays(monday, day), hours! * 60 + minutes!);
};

const service = (id: string, rest: Partial<Service>): Service => ({
  id,
  name: id,
  phones: [],
  places: ['4647'],
  windows: [],
  callCentre: undefined,
  comment: undefined,
  ...rest,
});
const clinic = (id: string, rest: Partial<SnapshotClinic>): SnapshotClinic => ({
  id,
  name: id,
  kind: 'main',
  service: 'evening',
  premises: undefined,
  phone: undefined,
  address: undefined,
  position: undefined,
  windows: undefined,
  onlyFor: [],
  ...rest,
});
const register = (rest: Partial<RegisterSnapshot>) =>
  indexRegister({
    list: 'test',
    services: [],
    callCentres: [],
    emcs: [],
    clinics: [],
    places: [{ id: '4647', municipality: '4647', part: undefined, name: 'Sunnfjord' }],
    ...rest,
  });

/** Weekdays 15:30-08:00 and all the weekend. */
const evenings = [
  { from: 930, to: 1920 },
  { from: 2370, to: 3360 },
  { from: 3810, to: 4800 },
  { from: 5250, to: 6240 },
  { from: 6690, to: 10_560 },
];
const centre = { id: 'lvs', name: 'Sentral', localNumber: undefined, overflowPartner: undefined, emc: undefined };
const area = register({
  services: [service('evening', { windows: evenings, callCentre: 'lvs' })],
  callCentres: [centre],
  clinics: [clinic('lv', {})],
});
const kindAt = (day: number, clock: string) => servedBy(area, '4647', at(day, clock)).kind;

describe('who serves a place', () => {
  it.each([
    [0, '00:00', 'served', 'Monday at midnight is still the weekend duty'],
    [0, '07:59', 'served', 'the weekend window wraps to Monday 08:00'],
    [0, '08:00', 'gap', 'the window is half-open'],
    [0, '15:29', 'gap', ''],
    [0, '15:30', 'served', ''],
    [0, '23:59', 'served', ''],
    [1, '00:00', 'served', 'over midnight'],
    [1, '07:59', 'served', ''],
    [1, '08:00', 'gap', ''],
    [4, '15:29', 'gap', ''],
    [4, '15:30', 'served', 'Friday afternoon begins the weekend'],
    [5, '12:00', 'served', ''],
    [6, '23:59', 'served', 'the last minute of the week'],
    [7, '00:00', 'served', 'the first of the next'],
  ])('day %i at %s: %s (%s)', (day, clock, kind) => {
    expect(kindAt(day, clock)).toBe(kind);
  });

  it('tells when the next service opens, and that the call centre answers meanwhile', () => {
    const answer = servedBy(area, '4647', at(0, '08:00'));
    expect(answer).toMatchObject({
      kind: 'gap',
      reason: { code: 'none-open', opensAt: at(0, '15:30') },
      callCentre: { id: 'lvs' },
      openClinics: [],
    });
  });

  it('finds the next opening in the coming week when this week has none left', () => {
    const mondays = register({ services: [service('monday', { windows: [{ from: 480, to: 900 }] })] });
    expect(servedBy(mondays, '4647', at(0, '15:00'))).toMatchObject({ reason: { opensAt: at(7, '08:00') } });
    expect(servedBy(mondays, '4647', at(6, '23:59'))).toMatchObject({ reason: { opensAt: at(7, '08:00') } });
    expect(servedBy(mondays, '4647', at(0, '07:59'))).toMatchObject({ reason: { opensAt: at(0, '08:00') } });
  });

  it('a window longer than the week is always open', () => {
    const always = register({ services: [service('always', { windows: [{ from: 0, to: 10_560 }] })] });
    for (const day of [0, 3, 6])
      for (const clock of ['00:00', '08:00', '23:59']) expect(servedBy(always, '4647', at(day, clock)).kind).toBe('served');
  });

  it('puts the service arranged for the fewest places first and says that they overlap', () => {
    const both = register({
      services: [
        service('region', { places: ['4647', '4602'], windows: [{ from: 0, to: 10_080 }] }),
        service('own', { windows: [{ from: 0, to: 600 }] }),
      ],
    });
    expect(servedBy(both, '4647', at(0, '09:59'))).toMatchObject({ services: [{ id: 'own' }, { id: 'region' }], overlap: true });
    expect(servedBy(both, '4647', at(0, '10:00'))).toMatchObject({ services: [{ id: 'region' }], overlap: false });
  });

  it('a part that a service lists belongs there; another part belongs with its municipality', () => {
    const parts = register({
      services: [
        service('rest', { places: ['4640'], windows: [{ from: 0, to: 10_080 }] }),
        service('part', { places: ['4640-balestrand'], windows: [{ from: 0, to: 600 }] }),
      ],
    });
    expect(servedBy(parts, '4640-balestrand', at(0, '09:00'))).toMatchObject({ services: [{ id: 'part' }] });
    expect(servedBy(parts, '4640-balestrand', at(0, '10:00'))).toMatchObject({ kind: 'gap', reason: { code: 'none-open' } });
    expect(servedBy(parts, '4640-fjaerland', at(0, '10:00'))).toMatchObject({ services: [{ id: 'rest' }] });
  });

  it('a clinic keeps its own hours and receives only from its places where it has such', () => {
    const clinics = register({
      services: [service('evening', { places: ['4647', '4645'], windows: evenings })],
      clinics: [clinic('main', {}), clinic('satellite', { kind: 'satellite', windows: [{ from: 0, to: 10_080 }], onlyFor: ['4645'] })],
    });
    const openFor = (place: string, clock: string) => servedBy(clinics, place, at(1, clock)).openClinics.map(({ id }) => id);
    expect(openFor('4647', '20:00')).toEqual(['main']);
    expect(openFor('4645', '20:00')).toEqual(['main', 'satellite']);
    expect(openFor('4645', '12:00')).toEqual(['satellite']);
    expect(openFor('4647', '12:00')).toEqual([]);
  });

  it('names why nobody serves', () => {
    const silent = register({ services: [service('silent', { places: ['4602'] })] });
    expect(servedBy(silent, '4602', at(0, '12:00'))).toMatchObject({ reason: { code: 'hours-unknown', services: [{ id: 'silent' }] } });
    expect(servedBy(silent, '4647', at(0, '12:00'))).toMatchObject({ reason: { code: 'not-listed' } });
    expect(servedBy(silent, '9999', at(0, '12:00'))).toMatchObject({ reason: { code: 'unknown-place' } });
  });
});

describe('the nights when the clock changes', () => {
  const nights = register({
    services: [
      service('night', { windows: [{ from: 6 * 1440 + 120, to: 6 * 1440 + 180 }] }),
      service('day', { places: ['4602'], windows: [{ from: 6 * 1440 + 180, to: 6 * 1440 + 240 }] }),
    ],
  });

  it('in autumn a window of 02:00-03:00 lasts two hours, since the clock shows it twice', () => {
    const two = osloInstant(localDate('2021-10-31'), 120);
    const half = 30 * 60_000;
    const kinds = [-1, 0, half, 2 * half, 3 * half, 4 * half - 1, 4 * half].map((ms) => servedBy(nights, '4647', plus(two, ms)).kind);
    expect(kinds).toEqual(['gap', 'served', 'served', 'served', 'served', 'served', 'gap']);
  });

  it('in spring a window of 02:00-03:00 does not come, and what begins at 03:00 begins at once after 01:59', () => {
    const jump = osloInstant(localDate('2021-03-28'), 180);
    expect(osloTime(plus(jump, -1)).minuteOfDay).toBe(119);
    for (const ms of [-60_000, -1, 0, 60_000]) expect(servedBy(nights, '4647', plus(jump, ms)).kind).toBe('gap');
    expect(servedBy(nights, '4602', plus(jump, -1))).toMatchObject({ kind: 'gap', reason: { opensAt: jump } });
    expect(servedBy(nights, '4602', jump).kind).toBe('served');
  });

  it('in spring what should open at 02:30 is open from the jump', () => {
    const late = register({ services: [service('late', { windows: [{ from: 6 * 1440 + 150, to: 6 * 1440 + 600 }] })] });
    const jump = osloInstant(localDate('2021-03-28'), 180);
    expect(servedBy(late, '4647', plus(jump, -1))).toMatchObject({ reason: { opensAt: jump } });
    expect(servedBy(late, '4647', jump).kind).toBe('served');
  });

  it('the wrap of the week holds on the Monday after', () => {
    for (const monday of ['2021-03-29', '2021-11-01']) {
      const eight = osloInstant(localDate(monday), 480);
      expect(servedBy(area, '4647', plus(eight, -1)).kind).toBe('served');
      expect(servedBy(area, '4647', eight).kind).toBe('gap');
    }
  });
});
