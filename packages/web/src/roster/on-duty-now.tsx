import type { Instant } from '@vakthavende/core/kernel';
import { byStart, coveredTime, type DutyLevel, onDuty } from '@vakthavende/core/roster';
import { Alert, Panel, useNow } from '../ui/index.ts';
import { phoneText } from './phone-text.ts';
import { texts } from './texts.nb.ts';
import { untilText } from './time-span.ts';
import type { ShownDuty } from './use-duty-list.ts';
import './roster.css';

/** Who is on duty this minute, big enough to read across the room. */
export function OnDutyNow(props: { readonly entries: readonly ShownDuty[]; readonly unitName: string }) {
  const now = useNow();
  const on = onDuty(props.entries, now);
  return (
    <Panel title={`${texts.now} – ${props.unitName}`} tone={on.primary.length === 0 ? 'danger' : undefined}>
      <div className="on-duty">
        <Level level="primary" on={on.primary} nobodyAtAll={on.backup.length === 0} entries={props.entries} now={now} />
        <Level level="backup" on={on.backup} entries={props.entries} now={now} />
      </div>
    </Panel>
  );
}

interface LevelProps {
  readonly level: DutyLevel;
  readonly on: readonly ShownDuty[];
  readonly entries: readonly ShownDuty[];
  readonly now: Instant;
  /** At the other level neither. */
  readonly nobodyAtAll?: boolean;
}

function Level({ level, on, entries, now, nobodyAtAll = false }: LevelProps) {
  const next = entries.filter((entry) => entry.level === level && entry.from > now && !entry.ended).toSorted(byStart)[0];
  return (
    <section className="on-duty-level" aria-label={texts.levels[level]}>
      <h3>
        {texts.levels[level]} <span className="quiet">{texts.levelsMeaning[level]}</span>
      </h3>
      {on.length === 0 ? (
        <Alert tone={level === 'primary' ? 'danger' : 'warning'} title={texts.nobodyNow[level]}>
          {nobodyAtAll ? texts.nobodyAtAll : texts.nobodyNowWhat[level]}
        </Alert>
      ) : (
        <ul className="on-duty-people">
          {on.map((entry) => (
            <Person key={entry.entryId} entry={entry} now={now} />
          ))}
        </ul>
      )}
      <p className="quiet on-duty-next">{next ? texts.next(next.name, untilText(next.from, now)) : texts.noNext}</p>
    </section>
  );
}

function Person({ entry, now }: { readonly entry: ShownDuty; readonly now: Instant }) {
  return (
    <li>
      <span className="on-duty-name">{entry.name}</span>
      <a className="on-duty-phone tabular" href={`tel:${entry.phone}`} aria-label={`${texts.call(entry.name)}: ${phoneText(entry.phone)}`}>
        {phoneText(entry.phone)}
      </a>
      <span className="quiet tabular">{texts.until(untilText(coveredTime(entry).to, now))}</span>
    </li>
  );
}
