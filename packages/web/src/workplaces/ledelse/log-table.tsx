import type { AccessLogEntry } from '@vakthavende/contract/contact';
import { reference } from '../../statistics/index.ts';
import { type Column, DenseTable, Empty, Time } from '../../ui/index.ts';
import type { LogKind } from './log-rows.ts';
import { texts } from './texts.nb.ts';

const t = texts.log;

export interface LogTableProps {
  readonly rows: readonly AccessLogEntry[];
  readonly onPerson: (row: AccessLogEntry) => void;
  readonly onContact: (row: AccessLogEntry) => void;
}

export function LogTable(props: LogTableProps) {
  return (
    <DenseTable
      caption={t.caption}
      hideCaption
      rows={props.rows}
      columns={columns(props)}
      rowKey={(row) => `${row.at} ${row.staffId} ${row.contactId} ${row.kind}`}
      rowTone={(row) => (row.kind === 'emergency' ? 'alarm' : undefined)}
      empty={<Empty title={t.none}>{t.noneHint}</Empty>}
    />
  );
}

function columns({ onPerson, onContact }: LogTableProps): readonly Column<AccessLogEntry>[] {
  return [
    {
      key: 'at',
      header: t.columns.at,
      cell: (row) => <Time at={row.at} seconds date="always" />,
      sortBy: (row) => row.at,
      rowHeader: true,
    },
    {
      key: 'who',
      header: t.columns.who,
      sortBy: (row) => row.name,
      cell: (row) => (
        <button type="button" className="link-button" title={t.onlyPerson(row.name)} onClick={() => onPerson(row)}>
          {row.name}
        </button>
      ),
    },
    { key: 'kind', header: t.columns.kind, cell: (row) => <Kind kind={row.kind} />, sortBy: (row) => t.kindNames[row.kind] },
    {
      key: 'purpose',
      header: t.columns.purpose,
      cell: (row) => t.purposeNames[row.purpose] ?? row.purpose,
      sortBy: (row) => t.purposeNames[row.purpose] ?? row.purpose,
      from: 'tablet',
    },
    {
      key: 'reason',
      header: t.columns.reason,
      cell: (row) => <span className="log-reason">{row.reason}</span>,
      sortBy: (row) => row.reason,
    },
    {
      key: 'contact',
      header: t.columns.contact,
      cell: (row) => (
        <button
          type="button"
          className="link-button tabular"
          aria-label={t.onlyContact(reference(row.contactId))}
          onClick={() => onContact(row)}
        >
          {reference(row.contactId)}
        </button>
      ),
      sortBy: (row) => row.contactId,
    },
  ];
}

/** An emergency opening has a sign of its own and is in words: colour never says it alone. */
function Kind({ kind }: { readonly kind: LogKind }) {
  return (
    <span className="log-kind" data-kind={kind}>
      {kind === 'emergency' && <span aria-hidden="true">▲ </span>}
      {t.kindNames[kind]}
    </span>
  );
}
