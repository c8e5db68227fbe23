/** One entry of package-lock.json (version 3), as far as it concerns us. */
export interface LockEntry {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type Lock = Readonly<Record<string, LockEntry>>;

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'] as const;

/** Optional packages that a package names but the lock does not hold: npm then leaves them out on other machines without a word. */
export function missingOptional(lock: Lock): readonly string[] {
  return Object.entries(lock).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => find(lock, path, name) === undefined)
      .map((name) => `${path || 'the project'} → ${name}`),
  );
}

/** Platforms that a family of packages with a program for each platform (the packages of one scope, named together) lacks in the lock. */
export function missingPlatforms(lock: Lock): readonly string[] {
  return Object.entries(lock).flatMap(([path, entry]) => {
    // Built for another C library than ours; not every entry says so in a field of its own.
    const names = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !name.includes('musl'));
    const families = Object.values(Object.groupBy(names, (name) => (name.startsWith('@') ? name.slice(0, name.indexOf('/')) : '')));
    return families.flatMap((family) =>
      missingOf(family?.map((name) => find(lock, path, name)) ?? []).map((platform) => `${path || 'the project'}: ${platform}`),
    );
  });
}

function missingOf(family: readonly (LockEntry | undefined)[]): readonly string[] {
  const offered = family.filter((found) => found?.os !== undefined && found.cpu !== undefined);
  // A lone optional package, such as a watcher for one system, is no family of platforms.
  if (offered.length < 2) return [];
  return platforms.filter((platform) => !offered.some((found) => suits(found, platform)));
}

function suits(entry: LockEntry | undefined, platform: string): boolean {
  const [os = '', cpu = ''] = platform.split('-');
  return entry?.integrity !== undefined && listed(entry.os).includes(os) && listed(entry.cpu).includes(cpu);
}

function listed(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? []);
}

/** As Node looks: beside the package that asks, then further up. */
function find(lock: Lock, from: string, name: string): LockEntry | undefined {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')))) {
    const found = lock[path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`];
    if (found !== undefined || path === '') return found;
    if (!path.includes('/node_modules/')) path = '';
  }
}

/** Packages from outside: not the project, its workspaces, or the links to them. */
export function foreign(lock: Lock): ReadonlyArray<readonly [string, LockEntry]> {
  return Object.entries(lock).filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true);
}

/** Licences under which our own could not stay MIT, or that are none: AGPL, GPL (not LGPL), SSPL, and whatever is not stated. */
export function isUnfitLicence(licence: string | undefined): boolean {
  if (licence === undefined || /UNLICENSED|SEE LICEN[CS]E/i.test(licence)) return true;
  // One fit alternative is enough.
  return licence.split(' OR ').every((choice) => /\b(A?GPL|SSPL|BUSL)\b/i.test(choice));
}
