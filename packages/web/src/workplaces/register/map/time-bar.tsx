import { Button } from '@digdir/designsystemet-react';
import { addDays, parseLocalDate } from '@vakthavende/core/kernel';
import { memo, useEffect, useRef, useState } from 'react';
import { holidayText, minuteText, mondayOf, registerWords } from '../../../organisation/index.ts';
import { useKeys } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { atMinuteOfWeek, daysLater, longDate, type Moment, minuteOfWeek } from './moment.ts';
import { stepMinutes, type WeekLoad } from './week-load.ts';

const t = texts.time;

export interface TimeBarProps {
  readonly moment: Moment;
  readonly load: WeekLoad;
  /** `settled` false while the slider is under way. */
  readonly onMove: (moment: Moment, settled: boolean) => void;
  readonly onNow: () => void;
}

/** The moment asked about: a date, and a slider over its week with how many places have a gap or an overlap at each time. */
export function TimeBar({ moment, load, onMove, onNow }: TimeBarProps) {
  const monday = mondayOf(moment.date);
  const value = minuteOfWeek(moment);
  const [playing, setPlaying] = usePlay(moment, onMove);
  const move = (days: number) => onMove(daysLater(moment, days), true);
  useKeys([
    { keys: 'f', label: t.previousWeek, group: t.group, run: () => move(-7) },
    { keys: 'n', label: t.nextWeek, group: t.group, run: () => move(7) },
    { keys: 'i', label: t.now, group: t.group, run: onNow },
  ]);
  const words = `${longDate(moment.date)} kl. ${minuteText(moment.minute)}`;
  return (
    <section className="time-bar" aria-label={t.label}>
      <div className="time-head">
        <p className="time-words">
          <strong>{words}</strong>
          {holidayText(moment.date) && <span className="time-holiday">★ {holidayText(moment.date)}</span>}
          <span className="time-strip-words">{stripWords(load)}</span>
        </p>
        <div className="time-controls">
          <Button variant="secondary" onClick={() => move(-7)} aria-label={t.previousWeek} aria-keyshortcuts="f">
            ‹ {t.week}
          </Button>
          <label className="date-field">
            <span className="ds-sr-only">{t.date}</span>
            <input
              type="date"
              className="ds-input"
              value={moment.date}
              required
              onChange={(event) => {
                const date = parseLocalDate(event.target.value);
                if (date && date >= '2012-01-01' && date < '2100-01-01') onMove({ ...moment, date }, true);
              }}
            />
          </label>
          <Button variant="secondary" onClick={() => move(7)} aria-label={t.nextWeek} aria-keyshortcuts="n">
            {t.week} ›
          </Button>
          <Button variant="secondary" onClick={onNow} aria-keyshortcuts="i">
            {t.now}
          </Button>
          <Button variant="tertiary" onClick={() => setPlaying(!playing)} aria-pressed={playing}>
            {playing ? `❚❚ ${t.pause}` : `▶ ${t.play}`}
          </Button>
        </div>
      </div>
      <div className="time-week">
        <Strip load={load} value={value} />
        <input
          type="range"
          className="time-slider"
          min={0}
          max={7 * 1440 - stepMinutes}
          step={stepMinutes}
          value={Math.floor(value / stepMinutes) * stepMinutes}
          aria-label={t.slider}
          aria-valuetext={words}
          onChange={(event) => onMove(atMinuteOfWeek(moment, Number(event.target.value)), false)}
          onPointerUp={() => onMove(moment, true)}
          onKeyUp={() => onMove(moment, true)}
        />
        <ol className="time-days" aria-label={t.days}>
          {registerWords.opening.days.map((day, i) => {
            const date = addDays(monday, i);
            return (
              <li key={day}>
                <button
                  type="button"
                  aria-pressed={date === moment.date}
                  data-holiday={holidayText(date) !== ''}
                  title={holidayText(date)}
                  onClick={() => onMove({ ...moment, date }, true)}
                >
                  {day} <span className="time-day-number">{Number(date.slice(8))}.</span>
                  {holidayText(date) && <span aria-hidden="true">★</span>}
                </button>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

const height = 34;

function Strip({ load, value }: { readonly load: WeekLoad; readonly value: number }) {
  return (
    <div className="time-strip">
      <StripAreas load={load} />
      <span className="time-here" style={{ insetInlineStart: `${(value / (7 * 1440)) * 100}%` }} />
    </div>
  );
}

/** Drawn once a week of a list: it does not move with the slider. */
const StripAreas = memo(function StripAreas({ load }: { readonly load: WeekLoad }) {
  const most = Math.max(4, ...load.gaps, ...load.overlaps);
  const steps = load.gaps.length;
  return (
    <svg viewBox={`0 0 ${steps} ${height}`} preserveAspectRatio="none" role="img" aria-label={stripWords(load)}>
      {[1, 2, 3, 4, 5, 6].map((day) => (
        <line key={day} className="time-midnight" x1={(day * steps) / 7} x2={(day * steps) / 7} y1="0" y2={height} />
      ))}
      <path className="time-gaps" d={areaOf(load.gaps, most)} />
      <path className="time-overlaps" d={areaOf(load.overlaps, most)} />
    </svg>
  );
});

function stripWords({ gaps, overlaps }: WeekLoad): string {
  const [most, both] = [Math.max(0, ...gaps), Math.max(0, ...overlaps)];
  return most === 0 && both === 0 ? t.noneInWeek : t.stripLabel(most, both);
}

function areaOf(counts: readonly number[], most: number): string {
  const y = (count: number) => (height - (count / most) * (height - 4)).toFixed(1);
  return `M0,${height}${counts.map((count, i) => `L${i},${y(count)}L${i + 1},${y(count)}`).join('')}L${counts.length},${height}Z`;
}

/** Runs through the week, an hour in each quarter of a second, and stops at its end. */
function usePlay(moment: Moment, onMove: TimeBarProps['onMove']) {
  const [playing, setPlaying] = useState(false);
  const latest = useRef({ moment, onMove });
  useEffect(() => {
    latest.current = { moment, onMove };
  });
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const now = latest.current;
      const next = minuteOfWeek(now.moment) + 15;
      if (next >= 7 * 1440) setPlaying(false);
      else now.onMove(atMinuteOfWeek(now.moment, next), false);
    }, 62);
    return () => clearInterval(timer);
  }, [playing]);
  return [playing, setPlaying] as const;
}
