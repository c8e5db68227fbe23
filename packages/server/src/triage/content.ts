import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DiagnosisList, readDiagnosisList } from '@vakthavende/core/contact';
import { checkPack, type Pack } from '@vakthavende/core/triage';

const reference = join(import.meta.dirname, '../../../../reference');

/** Clinical content in use: others own it, it is loaded at start, and nothing incomplete is served. */
export interface ClinicalContent {
  readonly pack: Pack;
  readonly diagnoses: DiagnosisList;
}

export interface ContentPaths {
  /** A decision-support pack; the demonstration pack when not given. */
  readonly pack?: string | undefined;
  /** `code;text` lines; the demonstration subset when not given (reference/icpc/README.md). */
  readonly diagnoses?: string | undefined;
}

/** @throws Error in Norwegian, naming every fault, when a pack or list is not complete. */
export async function loadContent(paths: ContentPaths): Promise<ClinicalContent> {
  const [pack, diagnoses] = await Promise.all([
    loadPack(paths.pack ?? join(reference, 'packs/demonstration-1.json')),
    loadDiagnoses(paths.diagnoses ?? join(reference, 'icpc/demonstration.csv')),
  ]);
  return { pack, diagnoses };
}

async function loadPack(path: string): Promise<Pack> {
  // checkPack looks at all of it before anything uses it.
  const pack = JSON.parse(await readFile(path, 'utf8')) as Pack;
  const faults = checkPack(pack);
  if (faults.length > 0) throw new Error(`Beslutningsstøttepakken ${basename(path)} er ikke komplett: ${faults.map((fault) => JSON.stringify(fault)).join('; ')}`);
  return pack;
}

async function loadDiagnoses(path: string): Promise<DiagnosisList> {
  const reading = readDiagnosisList(basename(path), await readFile(path, 'utf8'));
  if (reading.read) return reading.list;
  throw new Error(`Kodelisten ${basename(path)} har feil: ${reading.faults.map(({ line, fault }) => `linje ${line}: ${fault}`).join('; ')}`);
}
