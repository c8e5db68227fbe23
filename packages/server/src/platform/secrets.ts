import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Secrets of an installation that keeps them itself: a newcomer's machine. In production they come from outside. */
const LocalSecrets = z.strictObject({ masterKey: z.base64(), exchangeKey: z.string().min(20) });
export type LocalSecrets = z.output<typeof LocalSecrets>;

/** Reads the file, or makes it, readable by its owner alone. Losing it is losing every name and note in the database. */
export async function localSecrets(path: string): Promise<LocalSecrets> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) return LocalSecrets.parse(JSON.parse(text));
  const secrets = { masterKey: randomBytes(32).toString('base64'), exchangeKey: randomBytes(24).toString('base64url') };
  await mkdir(dirname(path), { recursive: true });
  // `wx`: two that start at once do not make two keys.
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(path, 0o600);
  return secrets;
}
