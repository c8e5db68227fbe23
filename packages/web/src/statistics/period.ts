import { addDays, epochDayOfDate, type LocalDate, parseLocalDate } from '@vakthavende/core/kernel';

/** Days in Norway [from, to). */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What is shown: the last days up to and with today, which move at midnight, or days that stand still. */
export type PeriodChoice =
  | { readonly kind: 'latest'; readonly days: number }
  | { readonly kind: 'fixed'; readonly from: LocalDate; readonly to: LocalDate };

export const today: PeriodChoice = { kind: 'latest', days: 1 };

/** Two years and a leap day: the longest that the server answers. */
export const longestPeriod = 731;

export function periodOf(choice: PeriodChoice, on: LocalDate): Period {
  if (choice.kind === 'fixed') return { from: choice.from, to: choice.to };
  return { from: addDays(on, 1 - choice.days), to: addDays(on, 1) };
}

export function lengthOf({ from, to }: Period): number {
  return epochDayOfDate(to) - epochDayOfDate(from);
}

export function daysOf({ from, to }: Period): readonly LocalDate[] {
  return Array.from({ length: Math.max(0, lengthOf({ from, to })) }, (_, index) => addDays(from, index));
}

export function includes({ from, to }: Period, date: LocalDate): boolean {
  return date >= from && date < to;
}

/** The period as long, just before or after; what would reach past today is the latest one. */
export function shifted(choice: PeriodChoice, periods: -1 | 1, on: LocalDate): PeriodChoice {
  const period = periodOf(choice, on);
  const length = lengthOf(period);
  const [from, to] = [addDays(period.from, periods * length), addDays(period.to, periods * length)];
  return to > on ? { kind: 'latest', days: length } : { kind: 'fixed', from, to };
}

export function hasNext(choice: PeriodChoice, on: LocalDate): boolean {
  return choice.kind === 'fixed' && choice.to <= on;
}

/** As long as wanted, ending with the last day shown. */
export function resized(choice: PeriodChoice, days: number, on: LocalDate): PeriodChoice {
  const { to } = periodOf(choice, on);
  return to > on ? { kind: 'latest', days } : { kind: 'fixed', from: addDays(to, -days), to };
}

/** The days from the first to and with the last, as people say it; undefined where they are no period, or one that is too long or to come. */
export function chosenDays(first: string, last: string, on: LocalDate): PeriodChoice | undefined {
  const [from, until] = [parseLocalDate(first), parseLocalDate(last)];
  if (!from || !until || until < from || until > on) return undefined;
  const to = addDays(until, 1);
  const days = lengthOf({ from, to });
  if (days > longestPeriod) return undefined;
  return to > on ? { kind: 'latest', days } : { kind: 'fixed', from, to };
}

/** The choice as it stands in the address: `dager=7`, `fra=2026-03-11&til=2026-03-11` (both days within), nothing for today. */
export function choiceInAddress(choice: PeriodChoice): Readonly<Record<string, string>> {
  if (choice.kind === 'fixed') return { fra: choice.from, til: addDays(choice.to, -1) };
  return choice.days === 1 ? {} : { dager: String(choice.days) };
}

/** What an address says; anything that is not understood is today. */
export function choiceFromAddress(search: URLSearchParams, on: LocalDate): PeriodChoice {
  const days = Number(search.get('dager') ?? '1');
  const fixed = chosenDays(search.get('fra') ?? '', search.get('til') ?? '', on);
  if (fixed) return fixed;
  return Number.isInteger(days) && days >= 1 && days <= longestPeriod ? { kind: 'latest', days } : today;
}

const mostPieces = 31;

/** Pieces of a length that gives at most 31 columns, counted from the end, so that the last piece is whole: days, weeks, four weeks. */
export function piecesOf(period: Period): readonly Period[] {
  const days = lengthOf(period);
  const size = [1, 7, 28].find((length) => days / length <= mostPieces) ?? 28;
  const count = Math.ceil(days / size);
  return Array.from({ length: count }, (_, index) => {
    const to = addDays(period.to, -size * (count - 1 - index));
    const from = addDays(to, -size);
    return { from: from < period.from ? period.from : from, to };
  });
}
