import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** A login leaves about six entries; more than this at once is nobody's demonstration. */
const mostKept = 20_000;

/** The provider's memory, gone with the process. One per provider, so that servers in one process know nothing of each other. */
export function createMemory(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const find = (id: string) => living(kept.get(keyOf(id)));
    const findWhere = (fits: (payload: AdapterPayload) => boolean) => {
      for (const [key, entry] of kept) if (key.startsWith(keyOf('')) && living(entry) && fits(entry.payload)) return entry.payload;
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        if (kept.size >= mostKept) dropOld(kept);
        kept.set(keyOf(id), { payload, until: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1_000 });
      },
      find: async (id) => find(id),
      findByUid: async (uid) => findWhere((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findWhere((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = find(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        // Of this model only: a login under way names its grant as well, and must outlive it when the person changes.
        for (const [key, entry] of kept) if (key.startsWith(keyOf('')) && entry.payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}

function living(entry: Kept | undefined): AdapterPayload | undefined {
  return entry && Date.now() < entry.until ? entry.payload : undefined;
}

function dropOld(kept: Map<string, Kept>): void {
  for (const [key, entry] of kept) if (entry.until <= Date.now()) kept.delete(key);
  // A Map keeps the order of insertion: what is left over loses its oldest half.
  if (kept.size >= mostKept) for (const key of [...kept.keys()].slice(0, mostKept / 2)) kept.delete(key);
}
