import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { instant, localDate } from '@vakthavende/core/kernel';
import {
  clinicKinds,
  holidayRules,
  isWeeklyWindow,
  parsePlaceId,
  premisesKinds,
  registerOfSnapshot,
  type WeeklyWindow,
} from '@vakthavende/core/organisation';
import { z } from 'zod';
import type { Pool } from '../platform/database.ts';
import { type ListContent, sha256 } from './list-content.ts';
import { type Replaced, replaceList } from './store.ts';

export const demoList = 'demo-2021';
const file = join(import.meta.dirname, '../../../../reference/demo-area/ytre-sogn-og-sunnfjord-2021.json');

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const Place = z.string().refine((text) => parsePlaceId(text) !== undefined);
const source = z.string().min(1);
/** `930-1920`, minutes of the week as in the national list. */
const Window = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/)
  .transform((text): WeeklyWindow => {
    const [from = Number.NaN, to = Number.NaN] = text.split('-').map(Number);
    return { from, to };
  })
  .refine(isWeeklyWindow);

const DemoArea = z.strictObject({
  describes: z.string(),
  sources: z.record(z.string(), z.string()),
  places: z.array(z.strictObject({ id: Place, name: z.string(), source })),
  emcs: z.array(z.strictObject({ id: Id, name: z.string(), source })),
  callCentres: z.array(
    z.strictObject({ id: Id, name: z.string(), localNumber: z.string().regex(/^\d{8}$/), overflowPartner: Id, emc: Id, source }),
  ),
  services: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      phones: z.array(z.string()),
      callCentre: Id,
      windows: z.array(Window),
      holidays: z.enum(holidayRules).default('asWeekday'),
      comment: z.string(),
      source,
      places: z.array(z.strictObject({ id: Place, source })),
    }),
  ),
  clinics: z.array(
    z.strictObject({
      id: Id,
      service: Id,
      name: z.string(),
      kind: z.enum(clinicKinds),
      premises: z.enum(premisesKinds),
      address: z.string().optional(),
      position: z.tuple([z.number(), z.number()]).optional(),
      windows: z.array(Window).optional(),
      onlyFor: z.array(Place).default([]),
      source,
    }),
  ),
});
type DemoArea = z.output<typeof DemoArea>;

/** Ytre Sogn og Sunnfjord as the reports describe it in 2021 (reference/demo-area). Loading it again changes nothing. */
export async function seedDemoArea(pool: Pool): Promise<Replaced> {
  const bytes = await readFile(file);
  const area = DemoArea.parse(JSON.parse(bytes.toString('utf8')));
  return replaceList(pool, demoList, contentOf(area, sha256(bytes)), { actor: 'import:demo-area', reason: 'Demonstrasjonsområdet' });
}

function contentOf(area: DemoArea, fileSha256: string): ListContent {
  const {
    list: _,
    municipalities: __,
    changes: ___,
    ...rows
  } = registerOfSnapshot(
    {
      list: demoList,
      callCentres: area.callCentres,
      emcs: area.emcs,
      places: area.places.map(({ id, name }) => ({ id, municipality: id.slice(0, 4), part: id.slice(5), name })),
      services: area.services.map(({ places, ...service }) => ({ ...service, places: places.map(({ id }) => id) })),
      clinics: area.clinics.map(({ position, address, windows, ...clinic }) => ({
        ...clinic,
        phone: undefined,
        address,
        windows,
        position: position && { latitude: position[0], longitude: position[1] },
      })),
    },
    { valid: { from: localDate('2021-01-01') }, known: { from: instant(0) }, source: 'ytre-sogn-og-sunnfjord-2021.json' },
  );
  const sources = new Map(
    [...area.services, ...area.clinics, ...area.callCentres, ...area.emcs, ...area.places].map((row) => [row.id, row.source]),
  );
  const sourced = <T extends { readonly id: string; readonly source: string }>(all: readonly T[]): readonly T[] =>
    all.map((row) => ({ ...row, source: sources.get(row.id) ?? row.source }));
  const services = new Map(area.services.map((service) => [service.id, service]));
  const arrangements = rows.arrangements.map((row) => {
    const service = services.get(row.id);
    // Where each place's membership stands is kept with the arrangement.
    const places = service?.places.map(({ id, source }) => `${id}: ${source}`).join('; ') ?? '';
    return {
      ...row,
      source: `${service?.source ?? row.source}. ${places}`,
      opening: { ...row.opening, holidays: service?.holidays ?? 'asWeekday' },
    };
  });
  return {
    sourceName: 'ytre-sogn-og-sunnfjord-2021.json',
    fileSha256,
    records: [],
    findings: [],
    rows: {
      ...rows,
      parts: sourced(rows.parts),
      emcs: sourced(rows.emcs),
      callCentres: sourced(rows.callCentres),
      clinics: sourced(rows.clinics),
      arrangements,
    },
  };
}
