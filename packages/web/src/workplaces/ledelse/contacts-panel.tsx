import { Button } from '@digdir/designsystemet-react';
import type { ContactRow } from '@vakthavende/contract/contact';
import { useState } from 'react';
import { useCan } from '../../app/index.ts';
import { statusNames, useContacts } from '../../contact/index.ts';
import {
  type ContactFactRow,
  contactColumns,
  contactsCsv,
  download,
  lengthOf,
  mostDaysOfRows,
  type Period,
  reference,
  useRows,
} from '../../statistics/index.ts';
import { type Column, DenseTable, Empty, Panel, ProblemNotice } from '../../ui/index.ts';
import { OpenNamed } from './open-named.tsx';
import { usePlaceNames } from './place-names.ts';
import { texts } from './texts.nb.ts';

const t = texts.list;

/** The contacts of the period without identity; a named one only for a stated purpose. */
export function ContactsPanel({ unit, period }: { readonly unit: string; readonly period: Period }) {
  const query = useRows({ figureId: 'contactsOpened', unit, period });
  const rows = (query.data ?? []).filter((row): row is ContactFactRow => row.kind === 'contact');
  const tooLong = lengthOf(period) > mostDaysOfRows;
  const csv = () => download(`kontakter-${unit}-${period.from}.csv`, contactsCsv(rows));
  return (
    <Panel
      title={t.title}
      flush
      actions={
        rows.length > 0 &&
        !tooLong && (
          <Button variant="tertiary" onClick={csv}>
            {t.csv}
          </Button>
        )
      }
    >
      <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      {tooLong ? <Empty title={t.tooLong(mostDaysOfRows)} /> : <ContactTable unit={unit} rows={rows} severalDays={lengthOf(period) > 1} />}
    </Panel>
  );
}

export interface ContactTableProps {
  readonly unit: string;
  readonly rows: readonly ContactFactRow[];
  readonly severalDays: boolean;
  /** Where a figure's rows are shown: where each stands in it. */
  readonly withCounts?: boolean;
  readonly caption?: string;
}

/** A contact a line, with how it stands just now where the unit's list knows it. */
export function ContactTable(props: ContactTableProps) {
  const [named, setNamed] = useState<string>();
  const mayOpen = useCan('readContactForPurpose', props.unit);
  const placeName = usePlaceNames(props.rows.map((row) => row.place));
  const live = useContacts(props.unit);
  const now = new Map((live.data?.rows ?? []).map((row) => [row.contactId, row]));
  const [time, ...rest] = contactColumns({ severalDays: props.severalDays, withoutCounts: !props.withCounts, placeName });
  const columns = [...(time ? [time] : []), statusColumn(now), ...rest, ...(mayOpen ? [openColumn(setNamed)] : [])];
  return (
    <>
      {mayOpen && props.rows.length > 0 && <p className="table-hint quiet">{t.hint}</p>}
      <DenseTable
        caption={props.caption ?? t.caption}
        hideCaption
        rows={props.rows}
        columns={columns}
        rowKey={(row) => row.contactId}
        initialSort={{ column: 'openedAt', direction: 'descending' }}
        onOpen={mayOpen ? (row) => setNamed(row.contactId) : undefined}
        empty={<Empty title={t.none} />}
      />
      {named !== undefined && <OpenNamed contactId={named} onClose={() => setNamed(undefined)} />}
    </>
  );
}

function statusColumn(now: ReadonlyMap<string, ContactRow>): Column<ContactFactRow> {
  const status = (row: ContactFactRow) => {
    const known = now.get(row.contactId);
    if (known) return statusNames[known.status];
    return row.closedAt === undefined ? t.open : t.closed;
  };
  return {
    key: 'status',
    header: t.status,
    cell: (row) => {
      const tasks = now.get(row.contactId)?.openTasks.length ?? 0;
      return (
        <>
          {status(row)}
          {tasks > 0 && <span className="tag">{`${tasks} ${t.tasks.toLowerCase()}`}</span>}
        </>
      );
    },
    sortBy: status,
  };
}

function openColumn(onOpen: (contactId: string) => void): Column<ContactFactRow> {
  return {
    key: 'open',
    header: t.openNamed,
    align: 'end',
    cell: (row) => (
      <button
        type="button"
        className="link-button"
        tabIndex={-1}
        aria-label={t.openNamedOf(reference(row.contactId))}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(row.contactId);
        }}
      >
        {t.openNamed}
      </button>
    ),
  };
}
