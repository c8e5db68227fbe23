import { useQueries } from '@tanstack/react-query';
import { getServedBy } from '@vakthavende/contract/organisation';
import { call } from '../../app/index.ts';

/** Names of places by id, asked once each. Until they have come, the id. */
export function usePlaceNames(places: readonly string[]): (place: string) => string {
  const wanted = [...new Set(places)];
  const names = useQueries({
    queries: wanted.map((place) => ({
      queryKey: ['organisation', 'place-name', place],
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) =>
        (await call(getServedBy, { query: { place } }, signal)).place?.name ?? place,
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => new Map(wanted.map((place, index) => [place, results[index]?.data ?? place])),
  });
  return (place) => names.get(place) ?? place;
}
