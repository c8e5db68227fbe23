import { useNavigate, useRouterState } from '@tanstack/react-router';
import type { LocalDate } from '@vakthavende/core/kernel';
import { choiceFromAddress, choiceInAddress, type FigureId, isFigureId, type PeriodChoice } from '../../statistics/index.ts';

/** What the page shows, as it stands in its address: it can be bookmarked, sent to a colleague and gone back from. */
export interface Shown {
  readonly choice: PeriodChoice;
  /** The figure whose rows are shown. */
  readonly figureId: FigureId | undefined;
  /** The class of it, where it divides into classes. */
  readonly cls: string | undefined;
}

export function useShown(today: LocalDate): readonly [shown: Shown, show: (next: Partial<Shown>) => void] {
  const text = useRouterState({ select: (state) => state.location.searchStr });
  const navigate = useNavigate();
  const search = new URLSearchParams(text);
  const figure = search.get('tall') ?? '';
  const shown: Shown = {
    choice: choiceFromAddress(search, today),
    figureId: isFigureId(figure) ? figure : undefined,
    cls: search.get('klasse') ?? undefined,
  };
  const show = (next: Partial<Shown>) => {
    const all = { ...shown, ...next };
    const { dager, ...dates } = choiceInAddress(all.choice);
    const wanted = {
      ...dates,
      // The router would put a text that reads as a number within quotes.
      ...(dager ? { dager: Number(dager) } : {}),
      ...(all.figureId ? { tall: all.figureId } : {}),
      ...(all.figureId && all.cls ? { klasse: all.cls } : {}),
    };
    void navigate({ to: '.', search: () => wanted });
  };
  return [shown, show];
}
