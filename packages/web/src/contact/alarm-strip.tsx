import { Button } from '@digdir/designsystemet-react';
import type { ContactRow } from '@vakthavende/contract/contact';
import { type Instant, osloDate } from '@vakthavende/core/kernel';
import type { ReactNode } from 'react';
import { clockText, durationText, Kbd, UrgencyMark, useNow } from '../ui/index.ts';
import { patientText } from './patient-text.ts';
import { texts } from './texts.nb.ts';
import './contact.css';

export interface AlarmStripProps {
  readonly rows: readonly ContactRow[];
  /** A place by its name. */
  readonly placeName: (place: string) => ReactNode;
  readonly onOpen: (contactId: string) => void;
  /** Left out where one sees the alarm and may not answer for it. */
  readonly onAcknowledge?: ((contactId: string) => void) | undefined;
  /** The key that acknowledges the first; register it with `useKeys`. */
  readonly acknowledgeKeys?: string | undefined;
  /** Nobody answered: opens where a conference with the EMC (AMK) is written. Left out where it is not this screen's to do. */
  readonly onConfer?: ((contactId: string) => void) | undefined;
}

/** Red contacts that nobody on duty has acknowledged: those that alarm, longest first. */
export function alarming(rows: readonly ContactRow[]): readonly ContactRow[] {
  const states = ['due', 'waiting', 'exhausted'];
  return rows
    .filter((row) => row.closedAt === undefined && states.includes(row.paging.state))
    .toSorted((a, b) => (a.paging.since ?? a.openedAt) - (b.paging.since ?? b.openedAt));
}

/** Stands over everything until acknowledged. Said aloud once by the screen reader when it comes; the ticking is not. */
export function AlarmStrip(props: AlarmStripProps) {
  const alarms = alarming(props.rows);
  return (
    <section className="alarm-strip" aria-label={texts.alarm.region} data-empty={alarms.length === 0}>
      <div role="alert">
        {alarms.map((row, index) => (
          <Alarm key={row.contactId} row={row} {...props} acknowledgeKeys={index === 0 ? props.acknowledgeKeys : undefined} />
        ))}
      </div>
    </section>
  );
}

function Alarm(props: AlarmStripProps & { readonly row: ContactRow }) {
  const now = useNow();
  const { row } = props;
  const who = patientText(row, osloDate(now));
  const t = texts.alarm;
  return (
    <div className="alarm" data-state={row.paging.state}>
      <UrgencyMark urgency="red" size="lg" />
      <button type="button" className="alarm-open" onClick={() => props.onOpen(row.contactId)}>
        <strong>{who}</strong>
        <span>
          {row.place && props.placeName(row.place)}
          {row.place && row.reason && ' · '}
          {row.reason}
        </span>
      </button>
      <span className="alarm-state">
        {stateText(row)}
        <span className="tabular" aria-hidden="true">
          {secondsLeft(row, now)}
          {row.paging.since !== undefined && t.since(durationText(now - row.paging.since))}
        </span>
      </span>
      <span className="alarm-actions">
        {row.paging.state === 'exhausted' && props.onConfer && (
          <Button data-size="sm" data-color="danger" onClick={() => props.onConfer?.(row.contactId)}>
            {t.confer}
          </Button>
        )}
        {props.onAcknowledge && (
          <Button
            data-size="sm"
            variant="secondary"
            aria-label={t.acknowledgeFor(who)}
            onClick={() => props.onAcknowledge?.(row.contactId)}
          >
            {t.acknowledge}
          </Button>
        )}
        {props.onAcknowledge && props.acknowledgeKeys && <Kbd keys={props.acknowledgeKeys} />}
      </span>
    </div>
  );
}

function secondsLeft({ paging }: ContactRow, now: Instant): string {
  if (paging.state !== 'waiting' || paging.answerBy === undefined) return '';
  return texts.alarm.left(durationText(Math.max(0, paging.answerBy - now)));
}

function stateText({ paging }: ContactRow): string {
  if (paging.state === 'exhausted') return texts.alarm.exhausted;
  if (paging.state === 'waiting' && paging.answerBy !== undefined) {
    return texts.alarm.waiting(texts.alarm.levels[paging.level ?? 'primary'] ?? '', clockText(paging.answerBy));
  }
  return texts.alarm.due;
}
