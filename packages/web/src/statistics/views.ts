import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type FigureRow, type FiguresOut, getFigureRows, getFigures } from '@vakthavende/contract/statistics';
import { type LocalDate, osloDate } from '@vakthavende/core/kernel';
import { call } from '../app/index.ts';
import { useLiveQuery, useLiveView, viewKey } from '../live/index.ts';
import { serverNow } from '../ui/index.ts';
import { daysOf, lengthOf, type Period, piecesOf } from './period.ts';
import { allOfTheKind, joinedRows, type ShownRow } from './rows.ts';
import type { FigureId } from './texts.nb.ts';

/** Every figure of a unit in a period, moving with what happens at the unit: a late entry moves a past day too. */
export function useFigures(unit: string, period: Period) {
  return useLiveView(getFigures, { query: { unit, ...period } }, { live: { units: [unit] }, keepPrevious: true });
}

export interface Piece {
  readonly period: Period;
  readonly figures: FiguresOut['figures'];
}

/** The figures of each day of a period, or of each week of a long one. */
export function usePieces(unit: string, period: Period) {
  const client = useQueryClient();
  return useLiveQuery<readonly Piece[]>({
    queryKey: ['statistics', 'pieces', unit, period.from, period.to],
    queryFn: ({ signal }) =>
      inTurns(piecesOf(period), async (piece) => {
        const input = { query: { unit, ...piece } };
        const answer = await client.fetchQuery({
          queryKey: viewKey(getFigures, input),
          queryFn: () => call(getFigures, input, signal),
          staleTime: keptFor(piece.to),
        });
        return { period: piece, figures: answer.figures };
      }),
    live: { units: [unit] },
    keepPrevious: true,
  });
}

/** Rows are asked for day by day; more days than this are not asked for at once. */
export const mostDaysOfRows = 31;

export interface RowsAsked {
  readonly figureId: FigureId;
  readonly unit: string;
  readonly period: Period;
  /** With the rows of the same kind that the figure leaves out. */
  readonly outside?: boolean;
}

/** The rows behind a figure in a period, without identity. */
export function useRows({ figureId, unit, period, outside = false }: RowsAsked) {
  const client = useQueryClient();
  return useLiveQuery<readonly ShownRow[]>({
    queryKey: ['statistics', 'rows', figureId, unit, period.from, period.to, outside],
    queryFn: async ({ signal }) => {
      const days = await inTurns(daysOf(period), async (day) => {
        const ask = (id: FigureId) => rowsOfDay(client, { figureId: id, unit, day, signal });
        const own = await ask(figureId);
        if (!outside) return joinedRows(own, []);
        return joinedRows(own, (await Promise.all(allOfTheKind[figureId].map(ask))).flat());
      });
      return days.flat();
    },
    live: { units: [unit] },
    enabled: lengthOf(period) <= mostDaysOfRows,
    keepPrevious: true,
  });
}

interface DayAsked {
  readonly figureId: FigureId;
  readonly unit: string;
  readonly day: LocalDate;
  readonly signal: AbortSignal;
}

async function rowsOfDay(client: QueryClient, { figureId, unit, day, signal }: DayAsked): Promise<readonly FigureRow[]> {
  const input = { params: { figureId }, query: { unit, day } };
  const answer = await client.fetchQuery({
    queryKey: viewKey(getFigureRows, input),
    queryFn: () => call(getFigureRows, input, signal),
    staleTime: keptFor(day),
  });
  return answer.rows;
}

const aMinute = 60_000;

/** What ended before today changes seldom, so of a long period that lives only today is asked for at once. */
function keptFor(to: LocalDate): number {
  return to < osloDate(serverNow()) ? aMinute : 0;
}

/** The server gives a browser few connections, and others on the page need them too. */
const atOnce = 4;

async function inTurns<In, Out>(all: readonly In[], ask: (one: In) => Promise<Out>): Promise<readonly Out[]> {
  const answers: Out[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    answers.push(...(await Promise.all(all.slice(from, from + atOnce).map(ask))));
  }
  return answers;
}
