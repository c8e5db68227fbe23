import { type RefObject, useRef, useState } from 'react';
import { useKeys } from '../../../ui/index.ts';
import { boardKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { type BoardFilter, noFilter } from './filter.ts';
import { nextSort, type SortId } from './order.ts';

export interface BoardChoices {
  readonly filter: BoardFilter;
  readonly setFilter: (filter: BoardFilter) => void;
  readonly sort: SortId;
  readonly setSort: (sort: SortId) => void;
  readonly filterField: RefObject<HTMLInputElement | null>;
}

/** Which rows the board shows and in which order, with their keys. */
export function useBoardChoices(): BoardChoices {
  const filterField = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState<BoardFilter>(noFilter);
  const [sort, setSort] = useState<SortId>('usual');
  const group = texts.keysGroup;
  useKeys([
    { keys: boardKeys.filter, label: texts.keys.filter, group, run: () => filterField.current?.focus() },
    { keys: boardKeys.mine, label: texts.keys.mine, group, run: () => setFilter((before) => ({ ...before, mine: !before.mine })) },
    {
      keys: boardKeys.untriaged,
      label: texts.keys.untriaged,
      group,
      run: () => setFilter((before) => ({ ...before, untriaged: !before.untriaged })),
    },
    { keys: boardKeys.sort, label: texts.keys.sort, group, run: () => setSort(nextSort) },
  ]);
  return { filter, setFilter, sort, setSort, filterField };
}
