import { Button } from '@digdir/designsystemet-react';
import type { AccessLogEntry } from '@vakthavende/contract/contact';
import { Field } from '../../ui/index.ts';
import { peopleOf, wholeReference } from './log-rows.ts';
import { texts } from './texts.nb.ts';
import { useToday } from './use-today.ts';

const t = texts.log;

export interface LogFilter {
  /** Empty: all days. */
  readonly day: string;
  readonly person: { readonly staffId: string; readonly name: string } | undefined;
  /** As typed. */
  readonly contact: string;
}

/** Which openings: of a day, by a person, of a contact. The server finds them, also beyond those listed. */
export function LogFilters(props: {
  readonly filter: LogFilter;
  readonly rows: readonly AccessLogEntry[];
  readonly onFilter: (filter: LogFilter) => void;
}) {
  const { filter, onFilter } = props;
  const today = useToday();
  const people = peopleOf(props.rows);
  // The one chosen stays in the list when nothing is found.
  const listed = filter.person && !people.some((one) => one.staffId === filter.person?.staffId) ? [filter.person, ...people] : people;
  const wrong = filter.contact.trim() !== '' && wholeReference(filter.contact) === undefined;
  const none = !filter.day && !filter.person && !filter.contact;
  return (
    <search className="log-filters" aria-label={t.filters}>
      <Field label={t.day}>
        {(control) => (
          <input
            {...control}
            type="date"
            className="ds-input"
            max={today}
            value={filter.day}
            onChange={(event) => onFilter({ ...filter, day: event.target.value })}
          />
        )}
      </Field>
      <Field label={t.person}>
        {(control) => (
          <select
            {...control}
            className="ds-input"
            value={filter.person?.staffId ?? ''}
            onChange={(event) => onFilter({ ...filter, person: listed.find((one) => one.staffId === event.target.value) })}
          >
            <option value="">{t.everyone}</option>
            {listed.map((one) => (
              <option key={one.staffId} value={one.staffId}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="log-contact">
        <Field label={t.contact} error={wrong ? t.contactWrong : undefined}>
          {(control) => (
            <input
              {...control}
              className="ds-input"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              placeholder={t.contactHint}
              value={filter.contact}
              onChange={(event) => onFilter({ ...filter, contact: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Button variant="secondary" disabled={none} onClick={() => onFilter({ day: '', contact: '', person: undefined })}>
        {t.clear}
      </Button>
    </search>
  );
}
