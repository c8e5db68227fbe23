import { useQuery } from '@tanstack/react-query';
import { getUnits } from '@vakthavende/contract/organisation';
import { call } from '../app/api.ts';
import { texts } from './texts.nb.ts';

/** Gives the name of a unit in the register that live calls are routed by. Until the names have come, the id, which is readable. */
export function useUnitName(): (unit: string) => string {
  const names = useUnits();
  return (unit) => (unit === 'national' ? texts.nation : (names.get(unit)?.name ?? unit));
}

/** The units of the register by id; empty until they have come. */
export function useUnits() {
  const query = useQuery({
    queryKey: [getUnits.path],
    queryFn: ({ signal }) => call(getUnits, { query: {} }, signal),
    select: byId,
    staleTime: 600_000,
  });
  return query.data ?? none;
}

/** The clinics with doctors that a call centre answers for; none for other units. Satellites have nurses, and page the clinic's doctor. */
export function useServedClinics(centre: string): readonly string[] {
  const units = useUnits();
  if (units.get(centre)?.kind !== 'callCentre') return [];
  return [...units.values()].flatMap((unit) =>
    unit.callCentre === centre && (unit.kind === 'main' || unit.kind === 'branch') ? [unit.id] : [],
  );
}

type Units = Awaited<ReturnType<typeof call<typeof getUnits>>>['rows'];
const none: ReadonlyMap<string, Units[number]> = new Map();

function byId(answer: { readonly rows: Units }): ReadonlyMap<string, Units[number]> {
  return new Map(answer.rows.map((unit) => [unit.id, unit]));
}
