import { actionNames, channelNames, outcomeNames } from '../contact/index.ts';
import { type Column, Time, UrgencyMark } from '../ui/index.ts';
import { minutesSecondsText } from './number-text.ts';
import { type CallRow, type ContactFactRow, reference } from './rows.ts';
import { texts } from './texts.nb.ts';

const c = texts.columns;

export interface ColumnOptions {
  /** Rows of several days: every time stands with its date. */
  readonly severalDays: boolean;
  /** Leaves out the place in a figure, where the list is not of a figure. */
  readonly withoutCounts?: boolean;
  readonly placeName: (place: string) => string;
}

export function callColumns({ severalDays, placeName }: ColumnOptions): readonly Column<CallRow>[] {
  return [
    {
      key: 'offeredAt',
      header: c.offeredAt,
      cell: (row) => <Time at={row.offeredAt} seconds date={severalDays ? 'always' : 'never'} />,
      sortBy: (row) => row.offeredAt,
      rowHeader: true,
    },
    { key: 'counts', header: c.counts, cell: countsCell, sortBy: (row) => texts.counts[row.counts] },
    { key: 'outcome', header: c.outcome, cell: (row) => texts.outcomes[row.outcome], sortBy: (row) => texts.outcomes[row.outcome] },
    { key: 'seconds', header: c.answerTime, cell: answerTime, sortBy: (row) => row.secondsToAnswer, align: 'end' },
    {
      key: 'redial',
      header: c.redial,
      cell: (row) => (row.redialOf ? texts.yes : ''),
      sortBy: (row) => (row.redialOf ? 0 : 1),
      from: 'tablet',
    },
    {
      key: 'hidden',
      header: c.hidden,
      cell: (row) => (row.numberHidden ? texts.yes : ''),
      sortBy: (row) => (row.numberHidden ? 0 : 1),
      from: 'tablet',
    },
    {
      key: 'place',
      header: c.place,
      cell: (row) => (row.place ? placeName(row.place) : unknown),
      sortBy: (row) => row.place && placeName(row.place),
      from: 'tablet',
    },
    {
      key: 'byHand',
      header: c.byHand,
      cell: (row) => (row.byHand ? texts.yes : ''),
      sortBy: (row) => (row.byHand ? 0 : 1),
      from: 'desktop',
    },
    {
      key: 'contacts',
      header: c.contacts,
      cell: (row) => row.contactIds.map(reference).join(', '),
      sortBy: (row) => row.contactIds[0],
      from: 'tablet',
    },
  ];
}

export function contactColumns({ severalDays, withoutCounts, placeName }: ColumnOptions): readonly Column<ContactFactRow>[] {
  const date = severalDays ? 'always' : 'never';
  const counts: Column<ContactFactRow> = { key: 'counts', header: c.counts, cell: countsCell, sortBy: (row) => texts.counts[row.counts] };
  return [
    {
      key: 'openedAt',
      header: c.openedAt,
      cell: (row) => <Time at={row.openedAt} date={date} />,
      sortBy: (row) => row.openedAt,
      rowHeader: true,
    },
    ...(withoutCounts ? [] : [counts]),
    { key: 'urgency', header: c.urgency, cell: urgencies, sortBy: (row) => rank(row.lastUrgency) },
    { key: 'action', header: c.action, cell: actions, sortBy: (row) => nameIn(actionNames, row.firstAction) },
    {
      key: 'channel',
      header: c.channel,
      cell: (row) => nameIn(channelNames, row.channel),
      sortBy: (row) => nameIn(channelNames, row.channel),
      from: 'tablet',
    },
    {
      key: 'place',
      header: c.place,
      cell: (row) => (row.place ? placeName(row.place) : unknown),
      sortBy: (row) => row.place && placeName(row.place),
      from: 'desktop',
    },
    {
      key: 'outcome',
      header: c.outcome,
      cell: (row) => nameIn(outcomeNames, row.outcome),
      sortBy: (row) => nameIn(outcomeNames, row.outcome),
      from: 'desktop',
    },
    {
      key: 'closedAt',
      header: c.closedAt,
      cell: (row) => row.closedAt !== undefined && <Time at={row.closedAt} />,
      sortBy: (row) => row.closedAt,
      from: 'tablet',
    },
    {
      key: 'toDoctor',
      header: c.toDoctorShort,
      cell: (row) => (row.secondsToDoctor === undefined ? '' : minutesSecondsText(row.secondsToDoctor)),
      sortBy: (row) => row.secondsToDoctor,
      align: 'end',
      from: 'desktop',
    },
    { key: 'late', header: c.late, cell: (row) => row.lateEntries || '', sortBy: (row) => row.lateEntries, align: 'end', from: 'tablet' },
    {
      key: 'reference',
      header: c.reference,
      cell: (row) => <span className="quiet tabular">{reference(row.contactId)}</span>,
      from: 'desktop',
    },
  ];
}

const unknown = <span className="quiet">{texts.unknown}</span>;

function countsCell(row: { readonly counts: CallRow['counts'] }) {
  return (
    <span className="counts" data-counts={row.counts}>
      {texts.counts[row.counts]}
    </span>
  );
}

/** The first on the telephone, and the last where it became another. */
function urgencies({ firstUrgencyTelephone: first, lastUrgency: last }: ContactFactRow) {
  return (
    <span className="first-last">
      <UrgencyMark urgency={colour(first)} size="sm" />
      {last !== first && (
        <>
          <span aria-hidden="true">→</span>
          <span className="ds-sr-only">{texts.thenWord}</span>
          <UrgencyMark urgency={colour(last)} size="sm" />
        </>
      )}
    </span>
  );
}

/** The first action, and the last where it became another. */
function actions({ firstAction: first, lastAction: last }: ContactFactRow) {
  return last === first ? nameIn(actionNames, first) : `${nameIn(actionNames, first) ?? ''} → ${nameIn(actionNames, last) ?? ''}`;
}

/** Unknown only where there should have been one. */
function answerTime(row: CallRow) {
  if (row.secondsToAnswer !== undefined) return minutesSecondsText(row.secondsToAnswer);
  return row.outcome === 'answered' ? unknown : '';
}

/** Named classes come from core; one that this page does not know yet is shown as it is. */
export function nameIn(names: Readonly<Record<string, string>>, cls: string | undefined): string | undefined {
  return cls === undefined ? undefined : (names[cls] ?? cls);
}

export function colour(urgency: string | undefined) {
  return urgency === 'red' || urgency === 'yellow' || urgency === 'green' ? urgency : undefined;
}

function rank(urgency: string | undefined): number | undefined {
  return { red: 1, yellow: 2, green: 3 }[urgency ?? ''];
}
