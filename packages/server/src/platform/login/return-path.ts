const nowhere = 'http://local.invalid';
const farthest = 2_000;

/**
 * The path within this site that `wanted` names, or `/`. Another site, in any spelling that a browser would follow there
 * (`//other`, `/\other`, `/.//other`), is refused, and so are the login's own paths, which would go round.
 */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > farthest || !wanted.startsWith('/')) return '/';
  if (!URL.canParse(wanted, nowhere)) return '/';
  const url = new URL(wanted, nowhere);
  const path = `${url.pathname}${url.search}${url.hash}`;
  if (url.origin !== nowhere || path.startsWith('//')) return '/';
  return /^\/(login|logout|demo-oidc|api)(\/|\?|#|$)/.test(path) ? '/' : path;
}
