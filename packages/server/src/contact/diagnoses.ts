import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type DiagnosisList, readDiagnosisList } from '@vakthavende/core/contact';

const demonstrationList = join(import.meta.dirname, '../../../../reference/icpc/demonstration.csv');

/**
 * The list of ICPC-2 codes in use, `code;text` a line; ours is a small demonstration subset (reference/icpc/README.md).
 * @throws Error in Norwegian that names every fault by its line.
 */
export async function loadDiagnoses(path = demonstrationList): Promise<DiagnosisList> {
  const reading = readDiagnosisList(basename(path), await readFile(path, 'utf8'));
  if (reading.read) return reading.list;
  throw new Error(
    `Kodelisten ${basename(path)} har feil: ${reading.faults.map(({ line, fault }) => `linje ${line}: ${fault}`).join('; ')}`,
  );
}
