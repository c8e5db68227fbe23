import { getDemoPages } from '@vakthavende/contract/contact';
import { getDutyList } from '@vakthavende/contract/roster';
import { useEffect } from 'react';
import { call, useSession } from '../../app/index.ts';
import { useLiveQuery, useLiveView } from '../../live/index.ts';
import { toDuty } from '../../roster/index.ts';

/** The feed tells of contacts that the one logged in relates to; pages of the others are found by looking. */
const lookEvery = 2_000;

/** The pages sent, and the duty lists of the units that the one logged in may see. */
export function usePager() {
  const units = useSession().capabilities['seeDutyList'] ?? [];
  const pages = useLiveView(getDemoPages, { query: {} }, { live: { streams: ['contact:'] }, keepPrevious: true });
  const duties = useLiveQuery({
    queryKey: ['duty-lists', ...units],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(units.map((unit) => call(getDutyList, { query: { unit } }, signal)));
      return lists.flatMap((list) => list.entries.map(toDuty));
    },
    live: { streams: ['duty-list:'] },
    keepPrevious: true,
  });
  const { refetch } = pages;
  useEffect(() => {
    const timer = setInterval(() => void refetch(), lookEvery);
    return () => clearInterval(timer);
  }, [refetch]);
  return { pages, duties };
}
