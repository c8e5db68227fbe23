import type { LocalDate } from '../../kernel/index.ts';
import type { WeeklyWindow } from '../week.ts';

/**
 * The hours that repeat. `unknown`: the source gives none, which is not closed. `cycle`: week 0 begins on the anchor, a Monday, and the
 * weeks follow each other for ever in both directions, so that week 53 needs no rule. A window that passes Sunday goes on into the
 * week after.
 */
export type Pattern =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'weekly'; readonly windows: readonly WeeklyWindow[] }
  | { readonly kind: 'cycle'; readonly anchor: LocalDate; readonly weeks: readonly (readonly WeeklyWindow[])[] };
