import { readFileSync } from 'node:fs';
import { acceptRegister } from '../check.ts';
import { compileRegister, type Register } from '../compile.ts';
import { parseRegisterJson } from '../file-format.ts';
import { geographyOf, type MunicipalityRow } from '../geography.ts';
import type { Geography, MunicipalityChange } from '../model.ts';

const reference = new URL('../../../../../../reference/', import.meta.url);

export function readReference(path: string): string {
  return readFileSync(new URL(path, reference), 'utf8');
}

const rows = (file: string): readonly MunicipalityRow[] => JSON.parse(readReference(`municipalities/${file}`)).municipalities;
const changes: readonly MunicipalityChange[] = JSON.parse(readReference('municipalities/changes-2012-2020.json')).changes;

/** Norway's municipalities from 2012 on, as the reference files have them. */
export const norway: Geography = geographyOf({ at2021: rows('2021-12-31.json'), at2024: rows('2024-01-01.json'), changes });

export const exampleFiles = [
  '01-02-vennesla-og-iveland',
  '03-oppdal',
  '04-trysil',
  '05-sor-varanger',
  '06-oslo',
  '07-ytre-sogn-og-sunnfjord',
  '08-pa-omgang',
  '09-vert-kveld-og-natt',
] as const;

/** One of reference/examples, through the same way in as any file. */
export function example(name: (typeof exampleFiles)[number]): Register {
  const parsed = parseRegisterJson(readReference(`examples/${name}.json`));
  if (!parsed.accepted) throw new Error(JSON.stringify(parsed.problems));
  const checked = acceptRegister({ ...parsed.rows, ...norway });
  if (!checked.accepted) throw new Error(JSON.stringify(checked.refusals));
  return compileRegister(checked.data);
}
