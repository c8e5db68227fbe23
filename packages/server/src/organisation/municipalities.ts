import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Source = z.string().nullable();
const Coordinate = z.number().nullable();
const CentralityClass = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]);

/** A row of reference/municipalities; see its README for the sources. */
export const Municipality = z.strictObject({
  number: z.string().regex(/^\d{4}$/),
  name: z.string().min(1),
  officialName: z.string().min(1),
  county: z.strictObject({ number: z.string().regex(/^\d{2}$/), name: z.string() }),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  relatedNumbers: z.array(z.string().regex(/^\d{4}$/)),
  population: z.strictObject({ inhabitants: z.number().int().min(0), date: z.iso.date() }),
  centrality: z.strictObject({ version: z.enum(['2020', '2024']), index: z.number().min(0).max(1000).nullable(), class: CentralityClass }),
  centralityClass2020: CentralityClass,
  centre: z.strictObject({ name: z.string(), latitude: Coordinate, longitude: Coordinate, kind: z.string().nullable() }),
  area: z.strictObject({ latitude: z.number(), longitude: z.number() }),
  sources: z.strictObject({ name: Source, validity: Source, population: Source, centrality: Source, centre: Source, area: Source }),
});
export type Municipality = z.output<typeof Municipality>;

const File = z.strictObject({ referenceDate: z.iso.date(), municipalities: z.array(Municipality) });

export type ReferenceDate = '2021-12-31' | '2024-01-01';

export async function readMunicipalities(date: ReferenceDate): Promise<readonly Municipality[]> {
  const path = join(import.meta.dirname, '../../../../reference/municipalities', `${date}.json`);
  return File.parse(JSON.parse(await readFile(path, 'utf8'))).municipalities;
}
