import { useQuery } from '@tanstack/react-query';
import { getPack } from '@vakthavende/contract/triage';
import { checkPack, type Pack } from '@vakthavende/core/triage';
import { call } from '../app/index.ts';

/** The decision-support pack in use. It changes by release, so it is fetched once; without one the operator sets the urgency by judgement. */
export function usePack(): { readonly pack: Pack | undefined; readonly failed: boolean } {
  const query = useQuery({
    queryKey: ['triage', 'pack'],
    queryFn: async ({ signal }) => asPack(await call(getPack, {}, signal)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { pack: query.data, failed: query.isError };
}

/** @throws TypeError when what was served is no complete pack. */
function asPack(served: unknown): Pack {
  // checkPack reads every part of it, and throws or tells a fault where one is missing.
  const pack = served as Pack;
  const faults = checkPack(pack);
  if (faults.length > 0) throw new TypeError(`Pack with ${faults.length} faults`);
  return pack;
}
