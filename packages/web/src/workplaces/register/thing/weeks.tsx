import { Button } from '@digdir/designsystemet-react';
import { addDays, parseLocalDate } from '@vakthavende/core/kernel';
import type { PlaceId } from '@vakthavende/core/organisation';
import { useId } from 'react';
import {
  type AnswerSpan,
  holidayText,
  mondayOf,
  placeNameOn,
  registerWords,
  StateMark,
  StatePatterns,
  servicesOf,
  spansOf,
  WeekPicture,
} from '../../../organisation/index.ts';
import { Panel } from '../../../ui/index.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { PlaceLink, ThingLink } from '../thing-link.tsx';
import { tonesOf } from '../tones.ts';
import { dayText, spanText } from './words.ts';

const t = texts.thing;

/** The week of each place: who has the duty when, gaps and overlaps hatched, holidays named. */
export function Weeks(props: RegisterPart & { readonly places: readonly PlaceId[] }) {
  const { loaded, places, date, show, shown } = props;
  const id = useId();
  const monday = mondayOf(date);
  const weeks = places.map((place) => ({
    place,
    name: placeNameOn(loaded.register, place, date),
    spans: spansOf(loaded.register, place, { first: monday, days: 7 }),
  }));
  const all = weeks.flatMap(({ spans }) => spans);
  const toneOf = tonesOf(all);
  const states = [...new Set(all.map(({ state }) => state))].filter((state) => state !== 'served');
  const holidays = Array.from({ length: 7 }, (_, i) => addDays(monday, i)).filter((day) => holidayText(day) !== '');
  const move = (days: number) => show({ date: addDays(date, days) }, true);
  return (
    <Panel
      title={t.weekOf(dayText(monday))}
      actions={
        <>
          <Button variant="secondary" onClick={() => move(-7)} aria-label={texts.time.previousWeek}>
            ‹
          </Button>
          <input
            type="date"
            className="ds-input week-date"
            aria-label={t.chooseWeek}
            value={date}
            onChange={(event) => {
              const day = parseLocalDate(event.target.value);
              if (day && day >= '2012-01-01' && day < '2100-01-01') show({ date: day }, true);
            }}
          />
          <Button variant="secondary" onClick={() => move(7)} aria-label={texts.time.nextWeek}>
            ›
          </Button>
        </>
      }
    >
      <ul className="week-legend">
        {servicesIn(all).map((service) => (
          <li key={service.id}>
            <span className="tone-mark" data-tone={toneOf(service.id)} aria-hidden="true" />
            <ThingLink shown={shown} kind="arrangements" id={service.id} name={service.name} />
          </li>
        ))}
        {states.map((state) => (
          <li key={state}>
            <svg className="register-patterns" width="0" height="0" aria-hidden="true">
              <StatePatterns id={`${id}${state}`} />
            </svg>
            <StateMark id={`${id}${state}`} state={state} /> {registerWords.states[state]}
          </li>
        ))}
        {holidays.map((day) => (
          <li key={day} className="legend-holiday">
            ★ {dayText(day)} {holidayText(day)}
          </li>
        ))}
      </ul>
      <div className="weeks">
        {weeks.map(({ place, name, spans }) => (
          <section key={place} className="place-week" aria-label={name}>
            <h3>
              <PlaceLink shown={shown} place={place} name={name} />
              <span className="quiet place-week-totals">{totalsText(spans)}</span>
            </h3>
            <WeekPicture title={name} first={monday} spans={spans} toneOf={toneOf} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function servicesIn(spans: readonly AnswerSpan[]) {
  return [
    ...new Map(
      spans.flatMap(({ state, answer }) => (state === 'ownGp' ? [] : servicesOf(answer))).map((service) => [service.id, service]),
    ).values(),
  ];
}

function totalsText(spans: readonly AnswerSpan[]): string {
  const minutes = (wanted: readonly AnswerSpan['state'][]) =>
    spans.filter(({ state }) => wanted.includes(state)).reduce((sum, { from, to }) => sum + (to - from) / 60_000, 0);
  const [gap, overlap] = [minutes(['gap', 'unlisted', 'unknown']), minutes(['overlap'])];
  return gap === 0 && overlap === 0 ? t.allCovered : t.totals(spanText(gap), spanText(overlap));
}
