import {
  getChanges,
  getCoverage,
  getDistrict,
  getDistricts,
  getForms,
  getLists,
  getMap,
  getMunicipalities,
  getPlaceWeek,
  getRegister,
  getRegisterFindings,
  getTables,
} from '@vakthavende/contract/organisation';
import { day } from '@vakthavende/core/kernel';
import { rowsOn, ssbTables } from '@vakthavende/core/organisation';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../platform/problems.ts';
import { serve } from '../platform/routes.ts';
import { dayOf } from './place-names.ts';
import {
  changeRows,
  coverageView,
  districtOn,
  districtParts,
  districtRows,
  formRows,
  mapRows,
  municipalityRows,
  placeWeek,
  registerFindings,
} from './question-views.ts';
import { contentOf, forWire, rowsOf } from './register-rows.ts';
import type { RegisterParts } from './routes.ts';

const longestSpan = 732 * day;

/** Questions to the whole register. It shows no person, so whoever may read it may read all of it. */
export function questionRoutes(app: FastifyInstance, { registers, reader, now }: RegisterParts): void {
  const today = () => dayOf(now());

  serve(app, getLists, async ({ request }) => {
    await reader(request);
    const lists = await registers.lists();
    const counted = lists.map(async (list) => ({ ...list, arrangements: (await registers.of(list.id)).arrangements.length }));
    return { rows: await Promise.all(counted) };
  });
  serve(app, getRegister, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const list = (await registers.lists()).find(({ id }) => id === register.list);
    const { data } = register.asKnownAt(query.asKnownAt);
    return {
      list: register.list,
      title: list?.title ?? register.list,
      version: list?.version ?? 0,
      rows: forWire(contentOf(rowsOf(data))),
    };
  });
  serve(app, getMunicipalities, async ({ query, request }) => {
    await reader(request);
    return { rows: municipalityRows((await registers.live()).data, query.on ?? today()) };
  });
  serve(app, getMap, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const at = query.at ?? now();
    const clinics = rowsOn(register.asKnownAt(query.asKnownAt).data.clinics, dayOf(at));
    return { list: register.list, at, rows: mapRows(register, at, query.asKnownAt), clinics: forWire(clinics) };
  });
  serve(app, getCoverage, async ({ query, request }) => {
    await reader(request);
    const { place, from, to, limit, asKnownAt } = query;
    if (to <= from || to - from > longestSpan) throw new Refused({ code: 'span-too-long', field: 'to' });
    const register = await registers.of(query.list);
    const began = performance.now();
    const view = await coverageView(register, place ?? 'all', { from, to, limit, asKnownAt });
    return { list: register.list, ...view, took: performance.now() - began };
  });
  serve(app, getChanges, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    return { list: register.list, rows: changeRows(register, { from: query.from, to: query.to, asKnownAt: query.asKnownAt }) };
  });
  serve(app, getDistricts, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const on = query.on ?? today();
    return { list: register.list, on, rows: districtRows(register, { on, asKnownAt: query.asKnownAt }, query.q ?? '') };
  });
  serve(app, getDistrict, async ({ params, query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const when = { on: query.on ?? today(), asKnownAt: query.asKnownAt };
    const district = districtOn(register, params.id, when);
    if (!district) throw new Refused({ code: 'thing-unknown', field: 'id' });
    return { list: register.list, on: when.on, ...forWire({ district, ...districtParts(register, params.id, when) }) };
  });
  serve(app, getPlaceWeek, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const on = query.on ?? today();
    return { list: register.list, on, week: placeWeek(register, query.place, { on, asKnownAt: query.asKnownAt }) };
  });
  serve(app, getRegisterFindings, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const on = query.on ?? today();
    const all = registerFindings(register, on);
    const counts = [...Map.groupBy(all, ({ code }) => code)].map(([code, same]) => ({
      ...{ code, count: same.length, kind: same[0]?.kind ?? 'check', text: (same[0]?.text ?? '').replace(/ \([^)]*\)$/, '') },
    }));
    const rows = all.filter(({ code }) => query.code === undefined || code === query.code);
    return { list: register.list, on, counts, rows: rows.slice(0, query.limit), more: rows.length > query.limit };
  });
  serve(app, getForms, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const on = query.on ?? today();
    return { list: register.list, on, rows: formRows(register, { on, asKnownAt: query.asKnownAt }) };
  });
  serve(app, getTables, async ({ query, request }) => {
    await reader(request);
    const register = await registers.of(query.list);
    const on = query.on ?? today();
    const tables = ssbTables(register.asKnownAt(query.asKnownAt), on).map(({ population, withUnknown, ...table }) => ({
      ...{ id: table.id, title: table.title, columns: [...table.columns] },
      rows: table.rows.map(({ label, values }) => ({ label, values: values.map((value) => value ?? null) })),
      note: `N = ${population}. For ${withUnknown} av kommunene mangler juridisk form for minst én ordning.`,
    }));
    return { list: register.list, on, tables };
  });
}
