import { Button } from '@digdir/designsystemet-react';
import { holidayEves, parseLocalDate, publicHolidays } from '@vakthavende/core/kernel';
import { holidayRules, type WeeklyWindow } from '@vakthavende/core/organisation';
import { registerWords } from '../../../organisation/index.ts';
import { Panel, TextInput } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import type { FormPart } from './arrangement-form.tsx';
import { type ExceptionDraft, type WindowDraft, windowDraft } from './draft.ts';
import { Select } from './form-parts.tsx';

const t = texts.editor;
const patterns = ['weekly', 'cycle', 'unknown'] as const;

/** The hours: an ordinary week or a cycle of weeks, what holds on holidays, and single days. */
export function OpeningForm({ draft, setDraft, wrong }: FormPart) {
  const setWeek = (week: number, windows: readonly WindowDraft[]) =>
    setDraft({ weeks: draft.weeks.map((each, i) => (i === week ? windows : each)) });
  const setCount = (count: number) => setDraft({ weeks: Array.from({ length: count }, (_, i) => draft.weeks[i] ?? draft.weeks[0] ?? []) });
  const setPattern = (pattern: (typeof patterns)[number]) =>
    setDraft({
      pattern,
      weeks: pattern === 'cycle' ? [draft.weeks[0] ?? [], draft.weeks[1] ?? draft.weeks[0] ?? []] : draft.weeks.slice(0, 1),
    });
  return (
    <Panel title={t.opening}>
      <div className="editor-fields">
        <Select
          label={t.pattern}
          value={draft.pattern}
          options={patterns.map((pattern) => [pattern, t.patterns[pattern]])}
          onChange={setPattern}
        />
        {draft.pattern === 'cycle' && (
          <div className="editor-pair">
            <TextInput
              type="date"
              label={t.anchor}
              value={draft.anchor}
              onChange={(anchor) => setDraft({ anchor })}
              error={wrong.includes('anchor') ? t.wrongDate : undefined}
            />
            <Select
              label={t.weekCount}
              value={String(draft.weeks.length)}
              options={[2, 3, 4, 5, 6, 8, 10, 12].map((count) => [String(count), String(count)])}
              onChange={(count) => setCount(Number(count))}
            />
          </div>
        )}
        {draft.pattern !== 'unknown' &&
          // The weeks have no names of their own but their place.
          draft.weeks.map((windows, i) => (
            <Week
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={i}
              title={draft.pattern === 'cycle' ? t.weekTitle(i + 1) : t.opening}
              windows={windows}
              onChange={(next) => setWeek(i, next)}
            />
          ))}
        {wrong.includes('windows') && <p className="field-error">▲ {t.wrongHours}</p>}
        <Select
          label={t.holidays}
          value={draft.holidays}
          options={holidayRules.map((rule) => [rule, registerWords.holidayRules[rule]])}
          onChange={(holidays) => setDraft({ holidays })}
        />
        <Exceptions
          exceptions={draft.exceptions}
          onChange={(exceptions) => setDraft({ exceptions })}
          wrong={wrong.includes('exceptions')}
        />
      </div>
    </Panel>
  );
}

const evenings: readonly WeeklyWindow[] = [0, 1, 2, 3].map((day) => ({ from: day * 1440 + 930, to: (day + 1) * 1440 + 480 }));
const presets: readonly (readonly [string, readonly WeeklyWindow[]])[] = [
  [t.always, [{ from: 0, to: 10_080 }]],
  [t.eveningNightWeekend, [...evenings, { from: 4 * 1440 + 930, to: 7 * 1440 + 480 }]],
  [t.weekdays, [0, 1, 2, 3, 4].map((day) => ({ from: day * 1440 + 480, to: day * 1440 + 900 }))],
  [t.clear, []],
];

function Week(props: {
  readonly title: string;
  readonly windows: readonly WindowDraft[];
  readonly onChange: (windows: readonly WindowDraft[]) => void;
}) {
  const { windows, onChange } = props;
  const set = (at: number, next: Partial<WindowDraft>) => onChange(windows.map((each, i) => (i === at ? { ...each, ...next } : each)));
  const last = windows.at(-1);
  const day = last ? (last.fromDay + 1) % 7 : 0;
  const next = {
    fromDay: day,
    fromTime: last?.fromTime ?? '15:30',
    toDay: last ? (last.toDay + 1) % 7 : 1,
    toTime: last?.toTime ?? '08:00',
  };
  return (
    <fieldset className="week-form">
      <legend className="field-label">{props.title}</legend>
      <div className="toolbar">
        <span className="quiet">{t.presets}:</span>
        {presets.map(([name, preset]) => (
          <Button key={name} type="button" variant="tertiary" onClick={() => onChange(preset.map(windowDraft))}>
            {name}
          </Button>
        ))}
      </div>
      <ol className="window-rows">
        {windows.map((window, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
          <li key={i}>
            <Day label={t.windowFromDay} value={window.fromDay} onChange={(fromDay) => set(i, { fromDay })} />
            <Clock label={t.windowFromTime} value={window.fromTime} onChange={(fromTime) => set(i, { fromTime })} />
            <span aria-hidden="true">–</span>
            <Day label={t.windowToDay} value={window.toDay} onChange={(toDay) => set(i, { toDay })} />
            <Clock label={t.windowToTime} value={window.toTime} onChange={(toTime) => set(i, { toTime })} />
            <button
              type="button"
              className="row-remove"
              aria-label={t.removeWindow(i + 1)}
              onClick={() => onChange(windows.filter((_, at) => at !== i))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <Button type="button" variant="secondary" onClick={() => onChange([...windows, next])}>
        + {t.addWindow}
      </Button>
    </fieldset>
  );
}

function Day(props: { readonly label: string; readonly value: number; readonly onChange: (day: number) => void }) {
  return (
    <select
      className="ds-input"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(Number(event.target.value))}
    >
      {registerWords.opening.longDays.map((name, day) => (
        <option key={name} value={day}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Clock(props: { readonly label: string; readonly value: string; readonly onChange: (time: string) => void }) {
  return (
    <input
      type="time"
      className="ds-input"
      aria-label={props.label}
      value={props.value}
      required
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

const namedDays = [...publicHolidays, ...holidayEves].map((id) => [id, registerWords.holidays[id]] as const);

function Exceptions(props: {
  readonly exceptions: readonly ExceptionDraft[];
  readonly onChange: (exceptions: readonly ExceptionDraft[]) => void;
  readonly wrong: boolean;
}) {
  const { exceptions, onChange } = props;
  const set = (at: number, next: Partial<ExceptionDraft>) =>
    onChange(exceptions.map((each, i) => (i === at ? { ...each, ...next } : each)));
  return (
    <fieldset className="week-form">
      <legend className="field-label">{t.exceptions}</legend>
      <p className="field-description">{t.exceptionHoursHelp}</p>
      <ol className="window-rows">
        {exceptions.map(({ on, hours }, i) => {
          const dated = on === '' || parseLocalDate(on) !== undefined;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place only
            <li key={i}>
              <select
                className="ds-input"
                aria-label={t.exceptionDay}
                value={dated ? '' : on}
                onChange={(event) => set(i, { on: event.target.value })}
              >
                <option value="">{t.aDate}</option>
                {namedDays.map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              {dated && (
                <input
                  type="date"
                  className="ds-input"
                  aria-label={t.exceptionDate}
                  value={on}
                  onChange={(event) => set(i, { on: event.target.value })}
                />
              )}
              <input
                className="ds-input"
                aria-label={t.exceptionHours}
                placeholder="08:00-15:00"
                value={hours}
                onChange={(event) => set(i, { hours: event.target.value })}
              />
              <button
                type="button"
                className="row-remove"
                aria-label={t.removeException(i + 1)}
                onClick={() => onChange(exceptions.filter((_, at) => at !== i))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ol>
      {props.wrong && <p className="field-error">▲ {t.wrongHours}</p>}
      <Button type="button" variant="secondary" onClick={() => onChange([...exceptions, { on: '', hours: '' }])}>
        + {t.addException}
      </Button>
    </fieldset>
  );
}
