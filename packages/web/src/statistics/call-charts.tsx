import type { LocalDate } from '@vakthavende/core/kernel';
import { ProblemNotice, serverNow } from '../ui/index.ts';
import { ColumnChart } from './column-chart.tsx';
import { hoursOf } from './hours.ts';
import { percentText } from './number-text.ts';
import type { Period } from './period.ts';
import { shortPeriodText } from './period-text.ts';
import { rowTime, type ShownRow } from './rows.ts';
import { texts } from './texts.nb.ts';
import { type Piece, usePieces, useRows } from './views.ts';

/** Calls of a day hour by hour, from the rows behind «Besvart». */
export function HourChart(props: { readonly unit: string; readonly day: LocalDate; readonly period: Period; readonly caption: string }) {
  const rows = useRows({ figureId: 'callsAnswered', unit: props.unit, period: props.period });
  if (rows.error) return <ProblemNotice problem={rows.error} onRetry={() => void rows.refetch()} />;
  const now = serverNow();
  const columns = hoursOf(props.day, texts.hours).map((hour) => {
    const within = (rows.data ?? []).filter((row: ShownRow) => rowTime(row) >= hour.from && rowTime(row) < hour.to);
    return {
      key: hour.label,
      label: hour.label,
      short: hour.label.slice(0, 2),
      coming: hour.from > now,
      total: within.length,
      answered: within.filter((row) => row.counts === 'numerator').length,
    };
  });
  return <ColumnChart caption={props.caption} unit={texts.chart.hour} columns={columns} />;
}

/** Calls of a period day by day, or week by week; a column opens its days. */
export function PieceChart(props: {
  readonly unit: string;
  readonly period: Period;
  readonly caption: string;
  readonly onOpen: (period: Period) => void;
}) {
  const pieces = usePieces(props.unit, props.period);
  if (pieces.error) return <ProblemNotice problem={pieces.error} onRetry={() => void pieces.refetch()} />;
  const all = pieces.data ?? [];
  return (
    <ColumnChart
      caption={props.caption}
      unit={texts.chart.days}
      columns={all.map(columnOf)}
      onOpen={(key) => {
        const piece = all.find((one) => one.period.from === key);
        if (piece) props.onOpen(piece.period);
      }}
    />
  );
}

function columnOf({ period, figures }: Piece) {
  const { callsAnswered: answered, answeredWithin2Minutes: within } = figures;
  return {
    key: period.from,
    label: shortPeriodText(period),
    answered: answered?.kind === 'share' ? answered.numerator : 0,
    total: answered?.kind === 'share' ? answered.denominator : 0,
    ...(within?.kind === 'share' ? { share: percentText(within.numerator, within.denominator) } : {}),
  };
}
