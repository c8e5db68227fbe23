import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { previewChange, type RegisterChange } from '@vakthavende/contract/organisation';
import { useEffect, useState } from 'react';
import { call } from '../../../app/index.ts';
import { registerKey } from '../../../organisation/index.ts';

/** What a change would mean, asked anew a moment after the last key; the last answer stays until the next has come. */
export function usePreview(list: string, change: RegisterChange | undefined) {
  const text = JSON.stringify(change);
  const settled = useSettled(text, 250);
  const query = useQuery({
    queryKey: [registerKey, previewChange.path, list, settled],
    queryFn: ({ signal }) => call(previewChange, { body: { list, change: JSON.parse(settled ?? '') } }, signal),
    enabled: settled !== undefined && change !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
  return { preview: change === undefined ? undefined : query.data, problem: query.error, busy: query.isFetching || text !== settled };
}

function useSettled<T>(value: T, after: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after);
    return () => clearTimeout(timer);
  }, [value, after]);
  return settled;
}
