import type { Sealer } from '../platform/seal.ts';

/** The secret in a page's link: the page's id with a keyed hash behind it, so that nothing needs storing and none can be guessed. */
export function pageToken(sealer: Pick<Sealer, 'hash'>, pageId: string): string {
  return pageId.replaceAll('-', '') + sealer.hash('token', pageId).slice(0, 24);
}

/** The page that a token belongs to, if it is one of ours. */
export function pageOfToken(sealer: Pick<Sealer, 'hash'>, token: string): string | undefined {
  const hex = token.slice(0, 32);
  const pageId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return pageToken(sealer, pageId) === token ? pageId : undefined;
}
