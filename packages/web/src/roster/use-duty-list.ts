import { type DutyEntry, getDutyList } from '@vakthavende/contract/roster';
import type { EnteredDuty } from '@vakthavende/core/roster';
import { useMemo } from 'react';
import { useLiveView } from '../live/index.ts';

/** An entry of the list as core's rules take it, with the names that the screen shows. */
export type ShownDuty = EnteredDuty & Pick<DutyEntry, 'unit' | 'name'>;

/** The duty list of a unit, live. */
export function useDutyList(unit: string) {
  const query = useLiveView(getDutyList, { query: { unit } }, { live: { streams: [`duty-list:${unit}`] } });
  const entries = useMemo(() => (query.data?.entries ?? []).map(toDuty), [query.data]);
  return { query, entries, staff: query.data?.staff ?? [] };
}

export function toDuty({ endedAt, endedBy, ...entry }: DutyEntry): ShownDuty {
  return { ...entry, ...(endedAt === undefined ? {} : { ended: { at: endedAt, by: endedBy ?? '' } }) };
}
