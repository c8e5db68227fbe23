import { useQueries } from '@tanstack/react-query';
import { searchPlaces } from '@vakthavende/contract/organisation';
import { call } from '../../app/index.ts';

/** As many as a unit has; for the whole country the numbers stand. */
const most = 40;

/** Names of the places among the rows; the number until the name has come. */
export function usePlaceNames(places: readonly (string | undefined)[]): (place: string) => string {
  const known = [...new Set(places)].filter((place) => place !== undefined).toSorted();
  const answers = useQueries({
    queries: (known.length > most ? [] : known).map((place) => ({
      queryKey: ['place-name', place],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => call(searchPlaces, { query: { q: place.slice(0, 4) } }, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const names = new Map(answers.flatMap((answer) => (answer.data?.rows ?? []).map((row) => [row.id, row.name] as const)));
  return (place) => names.get(place) ?? place;
}
