import { addDays, epochDayOfDate, type LocalDate, osloDate, osloTime } from '@vakthavende/core/kernel';
import { useId } from 'react';
import { registerWords, StatePatterns, stateFill } from '../../../organisation/index.ts';
import { texts } from '../texts.nb.ts';
import { dayText } from '../thing/words.ts';
import type { Preview } from './effect.tsx';

const days = 28;
const dayNumbers = Array.from({ length: days }, (_, day) => day);
const width = 336;
const height = 64;

/** Four weeks of one place as columns of days, midnight at the top: gaps and overlaps where they fall. The list under it says the same. */
export function EffectPicture(props: {
  readonly preview: Preview;
  readonly place: string;
  readonly name: string;
  readonly first: LocalDate;
}) {
  const id = useId();
  const { preview, place, name, first } = props;
  const spans = [
    ...preview.gaps.filter((span) => span.place === place).map((span) => ({ ...span, state: 'gap' as const })),
    ...preview.overlaps.filter((span) => span.place === place).map((span) => ({ ...span, state: 'overlap' as const })),
  ];
  const column = width / days;
  return (
    <figure className="effect-picture">
      <figcaption>
        {name} <span className="quiet">{`${dayText(first)} – ${dayText(addDays(first, days - 1))}`}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height + 12}`} role="img" aria-label={`${name}. ${texts.editor.fourWeeks}`}>
        <StatePatterns id={id} />
        <rect width={width} height={height} fill="var(--served)" />
        {spans.flatMap((span) =>
          piecesOf(span, first).map(({ day, from, to }) => (
            <rect
              key={`${span.from} ${day}`}
              x={day * column}
              y={(from / 1440) * height}
              width={column}
              height={Math.max(1, ((to - from) / 1440) * height)}
              fill={stateFill(id, span.state)}
            />
          )),
        )}
        {dayNumbers.map((day) => (
          <line key={day} className="effect-day" x1={day * column} x2={day * column} y1="0" y2={height} />
        ))}
        {dayNumbers.map((day) => {
          const weekday = (epochDayOfDate(addDays(first, day)) + 3) % 7;
          return (
            <text key={day} className="effect-weekday" x={(day + 0.5) * column} y={height + 9} data-weekend={weekday > 4}>
              {registerWords.opening.days[weekday]?.[0]}
            </text>
          );
        })}
      </svg>
    </figure>
  );
}

function piecesOf(span: Preview['gaps'][number], first: LocalDate) {
  const [start, end] = [osloTime(span.from), osloTime(span.to)];
  const pieces: { readonly day: number; readonly from: number; readonly to: number }[] = [];
  for (let date = osloDate(span.from); date <= end.date; date = addDays(date, 1)) {
    const from = date === start.date ? start.minuteOfDay : 0;
    const to = date === end.date ? end.minuteOfDay : 1440;
    const day = epochDayOfDate(date) - epochDayOfDate(first);
    if (from < to && day >= 0 && day < days) pieces.push({ day, from, to });
  }
  return pieces;
}
