import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkPack, type Pack } from '@vakthavende/core/triage';

const demonstrationPack = join(import.meta.dirname, '../../../../reference/packs/demonstration-1.json');

/**
 * The decision-support pack in use: others own it, it is loaded at start, and nothing incomplete is served.
 * @throws Error in Norwegian that names every fault.
 */
export async function loadPack(path = demonstrationPack): Promise<Pack> {
  // checkPack looks at all of it before anything uses it.
  const pack = JSON.parse(await readFile(path, 'utf8')) as Pack;
  const faults = checkPack(pack);
  if (faults.length > 0) {
    throw new Error(
      `Beslutningsstøttepakken ${basename(path)} er ikke komplett: ${faults.map((fault) => JSON.stringify(fault)).join('; ')}`,
    );
  }
  return pack;
}
