import { localDate, osloInstant } from '@vakthavende/core/kernel';
import { servedBy, weekCoverage } from '@vakthavende/core/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../platform/testing/template-database.ts';
import { demoList, seedDemoArea } from './demo-area.ts';
import { helsenorgeList } from './helsenorge-content.ts';
import { createRegisters, type Registers } from './registers.ts';
import { setLiveList } from './store.ts';
import { placesLike, servedByAnswer, unitRows } from './views.ts';

/** A Tuesday of 2021. */
const tuesday = (hour: number, minute = 0) => osloInstant(localDate('2021-03-16'), hour * 60 + minute);

describe('the demonstration area', () => {
  let db: TestDatabase;
  let registers: Registers;
  beforeAll(async () => {
    db = await cloneDatabase();
    registers = createRegisters(db.pool, { freshFor: 0 });
    await seedDemoArea(db.pool);
  });
  afterAll(() => db.drop());

  it('is the list that live calls are routed by, until the operator chooses another', async () => {
    expect((await registers.live()).list).toBe(demoList);
    await setLiveList(db.pool, helsenorgeList);
    expect((await registers.live()).list).toBe(helsenorgeList);
    await setLiveList(db.pool, demoList);
    expect((await registers.live()).list).toBe(demoList);
  });

  it('loaded again changes nothing', async () => {
    expect(await seedDemoArea(db.pool)).toMatchObject({ changed: false });
  });

  it('a list that nobody knows is refused by name', async () => {
    await expect(registers.of('demo-1900')).rejects.toMatchObject({ refusal: { code: 'list-unknown', list: 'demo-1900' } });
  });

  it('has the units of the report: one call centre in the area, three clinics, five satellites', async () => {
    const units = unitRows(await registers.live()).filter(({ kind, callCentre }) => kind === 'emc' || callCentre === 'lvs-forde');
    expect(
      Object.fromEntries([...Map.groupBy(units, ({ kind }) => kind)].map(([kind, same]) => [kind, same.map(({ id }) => id).toSorted()])),
    ).toEqual({
      callCentre: ['lvs-forde'],
      emc: ['emc-forde'],
      main: ['lv-forde'],
      branch: ['lv-bremanger', 'lv-floro'],
      satellite: ['sat-askvoll', 'sat-balestrand', 'sat-bremanger', 'sat-hoyanger', 'sat-hyllestad'],
    });
  });

  it.each([
    ['4647', 15, 30, 'sys-ikl', ['lv-bremanger', 'lv-floro', 'lv-forde']],
    ['4645', 23, 59, 'sys-ikl', ['lv-bremanger', 'lv-floro', 'lv-forde', 'sat-askvoll']],
    ['4640-balestrand', 3, 0, 'sys-ikl', ['lv-bremanger', 'lv-floro', 'lv-forde', 'sat-balestrand']],
    ['4602-vagsoy', 22, 0, 'nordfjord', ['lv-nordfjord']],
  ])('%s at %i:%i is served by the right service and clinics', async (place, hour, minute, service, clinics) => {
    const answer = servedBy(await registers.live(), place, tuesday(hour, minute));
    expect(answer).toMatchObject({ kind: 'served', services: [{ id: service }], overlap: false });
    expect(answer.openClinics.map(({ id }) => id).toSorted()).toEqual(clinics);
  });

  it('in the daytime no service is open, but the call centre answers and the satellite has its nurse', async () => {
    const answer = servedByAnswer(await registers.live(), '4645', tuesday(12));
    expect(answer).toMatchObject({
      kind: 'gap',
      reason: { code: 'none-open', opensAt: tuesday(15, 30) },
      callCentre: { id: 'lvs-forde', overflowPartner: 'lvs-nordfjord', emc: 'emc-forde' },
      openClinics: [{ id: 'sat-askvoll', kind: 'satellite', premises: 'nursingHome' }],
      place: { name: 'Askvoll', listed: true },
    });
  });

  it('the rest of Sogndal, and Oslo, are known places that nobody here serves', async () => {
    const register = await registers.live();
    for (const place of ['4640', '0301']) expect(servedBy(register, place, tuesday(20))).toMatchObject({ reason: { code: 'not-listed' } });
    expect(weekCoverage(register.now, '4647', localDate('2021-03-16'))).toMatchObject({ gapMinutes: 5 * 450, overlapMinutes: 0 });
  });

  it('finds places by number, by name and by a word of the name', async () => {
    const register = await registers.live();
    const ids = (text: string) => placesLike(register, text).rows.map(({ id }) => id);
    expect(ids('4640')).toEqual(['4640-balestrand', '4640']);
    expect(ids('balestr')).toEqual(['4640-balestrand']);
    expect(ids('kinn')).toEqual(['4602', '4602-vagsoy']);
    expect(ids('ØY')).toContain('3440');
    expect(placesLike(register, '')).toMatchObject({ more: true, rows: { length: 20 } });
  });
});
