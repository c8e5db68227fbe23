import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clinicKinds, isWeeklyWindow, parsePlaceId, premisesKinds, type WeeklyWindow } from '@vakthavende/core/organisation';
import { z } from 'zod';
import type { Pool } from '../platform/database.ts';
import { type ListContent, sha256 } from './list-content.ts';
import { type Municipality, readMunicipalities } from './municipalities.ts';
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
  const [bytes, municipalities] = await Promise.all([readFile(file), readMunicipalities('2021-12-31')]);
  const area = DemoArea.parse(JSON.parse(bytes.toString('utf8')));
  return replaceList(pool, demoList, contentOf(area, municipalities, sha256(bytes)));
}

function contentOf(area: DemoArea, municipalities: readonly Municipality[], fileSha256: string): ListContent {
  return {
    sourceName: 'ytre-sogn-og-sunnfjord-2021.json',
    fileSha256,
    records: [],
    places: [...municipalities.map(wholePlace), ...area.places.map(partOfPlace)],
    emcs: area.emcs,
    callCentres: area.callCentres,
    services: area.services.map(({ places, ...service }) => ({
      ...service,
      places: places.map(({ id }) => id),
      placeSources: Object.fromEntries(places.map((place) => [place.id, place.source])),
      record: undefined,
      web: undefined,
    })),
    clinics: area.clinics.map(({ position, address, windows, ...clinic }) => ({
      ...clinic,
      phone: undefined,
      address,
      windows,
      position: position && { latitude: position[0], longitude: position[1] },
    })),
    findings: [],
  };
}

function wholePlace({ number, name }: Municipality) {
  return { id: number, municipality: number, part: undefined, name, source: 'reference/municipalities/2021-12-31.json' };
}

function partOfPlace({ id, name, source: from }: DemoArea['places'][number]) {
  return { id, municipality: id.slice(0, 4), part: id.slice(5), name, source: from };
}
