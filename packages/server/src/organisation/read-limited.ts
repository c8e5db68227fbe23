import { open } from 'node:fs/promises';

/** The file as text, or why it is not; one that is larger than it can be is not read into memory first. */
export async function readText(
  path: string,
  mostBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly text: string } | 'too-large' | 'not-utf-8'> {
  const bytes = await readLimited(path, mostBytes);
  if (!bytes) return 'too-large';
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return 'not-utf-8';
  }
}

export async function readLimited(path: string, mostBytes: number): Promise<Uint8Array | undefined> {
  const file = await open(path);
  try {
    if ((await file.stat()).size > mostBytes) return undefined;
    const bytes = await file.readFile();
    // A pipe has no size beforehand.
    return bytes.length > mostBytes ? undefined : bytes;
  } finally {
    await file.close();
  }
}
