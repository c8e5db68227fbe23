import { Button } from '@digdir/designsystemet-react';
import { addDays, type LocalDate } from '@vakthavende/core/kernel';
import { useState } from 'react';
import {
  chosenDays,
  hasNext,
  lengthOf,
  type PeriodChoice,
  periodOf,
  resized,
  shifted,
  today as todayChoice,
} from '../../statistics/index.ts';
import { Kbd, Toolbar, useKeys } from '../../ui/index.ts';
import { texts } from './texts.nb.ts';

const t = texts.period;

export interface PeriodBarProps {
  readonly choice: PeriodChoice;
  readonly today: LocalDate;
  readonly onChoose: (choice: PeriodChoice) => void;
}

/** Which days: back and forth by as many as are shown, one of the usual lengths, or two dates. */
export function PeriodBar(props: PeriodBarProps) {
  const { choice, today, onChoose } = props;
  const [custom, setCustom] = useState(false);
  const days = lengthOf(periodOf(choice, today));
  const previous = () => onChoose(shifted(choice, -1, today));
  const next = () => hasNext(choice, today) && onChoose(shifted(choice, 1, today));
  const resize = (length: number) => {
    setCustom(false);
    onChoose(resized(choice, length, today));
  };
  useKeys([
    { keys: 'f', label: t.keyPrevious, group: t.group, run: previous },
    { keys: 'n', label: t.keyNext, group: t.group, run: next },
    { keys: 'i', label: t.today, group: t.group, run: () => onChoose(todayChoice) },
  ]);
  return (
    <div className="period-bar">
      <Toolbar label={t.label}>
        <Button variant="secondary" onClick={previous} aria-keyshortcuts="f">
          <span aria-hidden="true">‹</span> <span className="step-word">{t.previous}</span> <Kbd keys="f" />
        </Button>
        {days === 1 && (
          <DateField
            label={t.date}
            hideLabel
            value={periodOf(choice, today).from}
            onChange={(date) => choose(chosenDays(date, date, today), onChoose)}
            max={today}
          />
        )}
        <Button variant="secondary" onClick={next} disabled={!hasNext(choice, today)} aria-keyshortcuts="n">
          <span className="step-word">{t.next}</span> <span aria-hidden="true">›</span> <Kbd keys="n" />
        </Button>
        <Button
          variant="secondary"
          onClick={() => onChoose(todayChoice)}
          disabled={choice.kind === 'latest' && days === 1}
          aria-keyshortcuts="i"
        >
          {t.today} <Kbd keys="i" />
        </Button>
      </Toolbar>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame; these are buttons of which one is pressed */}
      <div className="segments" role="group" aria-label={t.lengths}>
        {(
          [
            [1, t.day],
            [7, t.days7],
            [28, t.days28],
          ] as const
        ).map(([length, name]) => (
          <button key={length} type="button" aria-pressed={!custom && days === length} onClick={() => resize(length)}>
            {name}
          </button>
        ))}
        <button type="button" aria-pressed={custom || ![1, 7, 28].includes(days)} aria-expanded={custom} onClick={() => setCustom(!custom)}>
          {t.custom}
        </button>
      </div>
      {custom && <CustomDays {...props} />}
    </div>
  );
}

function CustomDays({ choice, today, onChoose }: PeriodBarProps) {
  const period = periodOf(choice, today);
  const [first, setFirst] = useState<string>(period.from);
  const [last, setLast] = useState<string>(addDays(period.to, -1));
  const wanted = chosenDays(first, last, today);
  return (
    <form
      className="custom-days"
      onSubmit={(event) => {
        event.preventDefault();
        choose(wanted, onChoose);
      }}
    >
      <DateField label={t.from} value={first} onChange={setFirst} max={today} />
      <DateField label={t.until} value={last} onChange={setLast} max={today} />
      <Button type="submit" disabled={!wanted}>
        {t.show}
      </Button>
      {!wanted && <p role="status">{t.impossible}</p>}
    </form>
  );
}

function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly max: string;
  readonly hideLabel?: boolean;
}) {
  return (
    <label className="date-field">
      <span className={props.hideLabel ? 'ds-sr-only' : 'field-label'}>{props.label}</span>
      <input
        type="date"
        className="ds-input"
        value={props.value}
        max={props.max}
        required
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

function choose(choice: PeriodChoice | undefined, onChoose: (choice: PeriodChoice) => void): void {
  if (choice) onChoose(choice);
}
