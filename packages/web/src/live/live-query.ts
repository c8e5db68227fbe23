import { hashKey, type QueryClient, type QueryKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResponseOf, Route } from '@vakthavende/contract/kernel';
import { useEffect } from 'react';
import { call, type InputTo } from '../app/api.ts';
import { coalesced } from './coalesce.ts';
import { listen } from './live.ts';
import { concerns, type LiveFilter } from './live-filter.ts';

export interface LiveQueryOptions<T> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>;
  readonly live: LiveFilter;
  readonly enabled?: boolean;
  /** Shows the last unit's or contact's rows until the new ones come. Off: a new key begins empty. */
  readonly keepPrevious?: boolean;
}

/** Collects changes that come together, and leaves most of the 250 ms to the server and the screen. */
const delay = 25;

/** A query that is fetched anew at once when something it shows has changed: at most one fetch under way, the next right after it. */
export function useLiveQuery<T>(options: LiveQueryOptions<T>): UseQueryResult<T> {
  const client = useQueryClient();
  const enabled = options.enabled ?? true;
  const hash = hashKey(options.queryKey);
  const filter = JSON.stringify(options.live);
  useEffect(() => {
    if (!enabled) return undefined;
    const wanted: LiveFilter = JSON.parse(filter);
    // The hash is the key as JSON.
    const refetch = refetcher(client, hash, JSON.parse(hash));
    return listen((changes) => {
      if (changes === 'everything' || changes.some((change) => concerns(wanted, change))) refetch();
    });
  }, [client, enabled, hash, filter]);
  return useQuery({
    queryKey: options.queryKey,
    queryFn: ({ signal }) => options.queryFn({ signal }),
    enabled,
    ...(options.keepPrevious ? { placeholderData: (previous: T | undefined) => previous } : {}),
  } as Parameters<typeof useQuery<T>>[0]);
}

/** `useLiveQuery` for a view that a route gives. The key is the route's path and its input. */
export function useLiveView<R extends Route>(
  route: R,
  input: InputTo<R>,
  options: Omit<LiveQueryOptions<unknown>, 'queryKey' | 'queryFn'>,
): UseQueryResult<ResponseOf<R>> {
  return useLiveQuery<ResponseOf<R>>({ ...options, queryKey: viewKey(route, input), queryFn: ({ signal }) => call(route, input, signal) });
}

/** The key of a view's query, for reading or setting it in the cache. */
export function viewKey<R extends Route>(route: R, input: InputTo<R>): QueryKey {
  return [route.path, input];
}

const refetchers = new WeakMap<QueryClient, Map<string, () => void>>();

/** One for each query, however many components show it. */
function refetcher(client: QueryClient, hash: string, queryKey: QueryKey): () => void {
  const known = refetchers.get(client) ?? new Map<string, () => void>();
  refetchers.set(client, known);
  const mine =
    known.get(hash) ?? coalesced(() => client.refetchQueries({ queryKey, exact: true, type: 'active' }, { cancelRefetch: true }), delay);
  known.set(hash, mine);
  return mine;
}
