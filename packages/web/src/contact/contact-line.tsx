import type { ContactRow } from '@vakthavende/contract/contact';
import { osloDate } from '@vakthavende/core/kernel';
import type { ReactNode } from 'react';
import { Elapsed, UrgencyMark, useNow } from '../ui/index.ts';
import { patientText } from './patient-text.ts';
import { statusNames, texts } from './texts.nb.ts';
import './contact.css';

/** One contact in a narrow list: urgency, who, what it is about, and how it stands. */
export function ContactLine(props: {
  readonly row: ContactRow;
  readonly current?: boolean | undefined;
  readonly unacknowledged?: number | undefined;
  readonly placeName?: ((place: string) => string) | undefined;
  /** Stands at the end instead of the time since it was opened. */
  readonly end?: ReactNode;
  readonly keys?: ReactNode;
  readonly onOpen: (contactId: string) => void;
}) {
  const { row } = props;
  const today = osloDate(useNow());
  return (
    <button
      type="button"
      className="contact-line"
      aria-current={props.current ? 'true' : undefined}
      onClick={() => props.onOpen(row.contactId)}
    >
      <UrgencyMark urgency={row.urgency} size="sm" />
      <span className="contact-line-text">
        <strong>{patientText(row, today)}</strong>
        <span className="quiet">
          {[row.reason ?? statusNames[row.status], row.place && props.placeName?.(row.place)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="contact-line-end">
        {props.keys}
        {props.end ?? <Elapsed since={row.openedAt} />}
        {props.unacknowledged ? <span className="unsent">⚠ {texts.unsent(props.unacknowledged)}</span> : null}
      </span>
    </button>
  );
}
