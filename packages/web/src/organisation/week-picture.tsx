import { addDays, epochDayOfDate, type HolidayId, holidaysOfEpochDay, type LocalDate, osloDate, osloTime } from '@vakthavende/core/kernel';
import { useId } from 'react';
import { clockText } from '../ui/index.ts';
import { StatePatterns, stateFill } from './state-patterns.tsx';
import { texts } from './texts.nb.ts';
import { type AnswerSpan, servicesOf } from './week-spans.ts';
import './week-picture.css';

const t = texts.week;
const hours = [0, 6, 12, 18, 24];
const width = 720;
const row = 20;

/** A place's days as bars of 24 hours: who has the duty, gaps and overlaps hatched, holidays named. The same stands as text for screen readers. */
export function WeekPicture(props: {
  readonly title: string;
  readonly first: LocalDate;
  readonly days?: number;
  readonly spans: readonly AnswerSpan[];
  /** Shows the moment that the page asks about. */
  readonly mark?: { readonly date: LocalDate; readonly minute: number } | undefined;
  readonly toneOf: (service: string) => number;
}) {
  const id = useId();
  const days = Array.from({ length: props.days ?? 7 }, (_, i) => addDays(props.first, i));
  return (
    <div className="week-picture">
      <svg
        viewBox={`0 0 ${width} ${days.length * row + 14}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={id}
        className="week-bars"
      >
        <title id={id}>{t.caption(props.title)}</title>
        <StatePatterns id={id} />
        {props.spans.flatMap((span) =>
          piecesOf(span).map((piece) => (
            <Piece key={`${piece.date} ${piece.from}`} {...{ id, piece, span, first: props.first, toneOf: props.toneOf }} />
          )),
        )}
        {props.mark && days.includes(props.mark.date) && <Mark y={days.indexOf(props.mark.date) * row} minute={props.mark.minute} />}
      </svg>
      <ol className="week-days" aria-hidden="true" style={{ gridTemplateRows: `repeat(${days.length}, 1fr)` }}>
        {days.map((date, i) => (
          <li key={date} data-holiday={isHoliday(date)} title={holidayText(date)}>
            {texts.opening.days[i % 7]} <span className="quiet">{Number(date.slice(8))}.</span>
            {holidayText(date) && <span className="week-holiday">★</span>}
          </li>
        ))}
      </ol>
      <div className="week-hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ insetInlineStart: `${(hour / 24) * 100}%` }}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
      <ol className="ds-sr-only">
        {props.spans.map((span) => (
          <li key={span.from}>{spanText(span)}</li>
        ))}
      </ol>
    </div>
  );
}

interface DayPiece {
  readonly date: LocalDate;
  /** Minutes of the day on the clock. */
  readonly from: number;
  readonly to: number;
}

function Piece(props: {
  readonly id: string;
  readonly piece: DayPiece;
  readonly span: AnswerSpan;
  readonly first: LocalDate;
  readonly toneOf: (service: string) => number;
}) {
  const { piece, span } = props;
  const x = (piece.from / 1440) * width;
  const y = (epochDayOfDate(piece.date) - epochDayOfDate(props.first)) * row;
  const shape = { x, y: y + 2, width: Math.max(1, ((piece.to - piece.from) / 1440) * width), height: row - 4 };
  const service = servicesOf(span.answer)[0];
  const tone = span.state === 'served' && service ? props.toneOf(service.id) : undefined;
  return (
    <rect
      {...shape}
      className="week-piece"
      data-state={span.state}
      data-tone={tone}
      fill={tone === undefined ? stateFill(props.id, span.state) : undefined}
    >
      <title>{spanText(span)}</title>
    </rect>
  );
}

function Mark({ y, minute }: { readonly y: number; readonly minute: number }) {
  const x = (minute / 1440) * width;
  return <line className="week-mark" x1={x} x2={x} y1={y - 1} y2={y + row + 1} />;
}

/** A span cut at every midnight, in minutes on the clock. The hour that comes twice in autumn is drawn once. */
function piecesOf(span: AnswerSpan): readonly DayPiece[] {
  const [start, end] = [osloTime(span.from), osloTime(span.to)];
  const pieces: DayPiece[] = [];
  for (let date = start.date; date <= end.date; date = addDays(date, 1)) {
    const from = date === start.date ? start.minuteOfDay : 0;
    const to = date === end.date ? end.minuteOfDay : 1440;
    if (from < to) pieces.push({ date, from, to });
  }
  return pieces;
}

/** `fre 15:30–man 08:00: Legevakten i Førde`. */
export function spanText(span: AnswerSpan): string {
  const { from, to } = span;
  const day = (at: typeof from) => texts.opening.days[osloTime(at).weekday];
  const until = osloDate(from) === osloDate(to) ? clockText(to) : `${day(to)} ${clockText(to)}`;
  return `${day(from)} ${clockText(from)}–${until}: ${answerWords(span)}`;
}

function answerWords({ state, answer }: AnswerSpan): string {
  const names = servicesOf(answer).map(({ name }) => name);
  switch (state) {
    case 'served':
      return names.join(', ');
    case 'overlap':
      return t.both(names.join(' + '));
    case 'ownGp':
      return t.ownGp;
    case 'gap':
      return t.noCover;
    case 'unknown':
      return t.unknown;
    case 'unlisted':
      return t.unlisted;
  }
}

function isHoliday(date: LocalDate): boolean {
  return holidaysOfEpochDay(epochDayOfDate(date)).length > 0;
}

export function holidayText(date: LocalDate): string {
  return holidaysOfEpochDay(epochDayOfDate(date))
    .map((id: HolidayId) => texts.holidays[id])
    .join(', ');
}
