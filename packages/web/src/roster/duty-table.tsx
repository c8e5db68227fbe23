import { Button } from '@digdir/designsystemet-react';
import { day, type Instant, plus } from '@vakthavende/core/kernel';
import { byStart, coveredTime } from '@vakthavende/core/roster';
import { useState } from 'react';
import { type Column, DenseTable, Empty, momentText, Panel, useNow } from '../ui/index.ts';
import { phoneText } from './phone-text.ts';
import { texts } from './texts.nb.ts';
import { spanText } from './time-span.ts';
import type { ShownDuty } from './use-duty-list.ts';

export interface DutyTableProps {
  readonly entries: readonly ShownDuty[];
  /** Left out for those who may not change the list. */
  readonly onEnd?: ((entry: ShownDuty) => void) | undefined;
}

/** The list itself: a week, or all that is known, and what was over within the last day. */
export function DutyTable({ entries, onEnd }: DutyTableProps) {
  const now = useNow();
  const [all, setAll] = useState(false);
  const rows = entries.toSorted(byStart);
  const week = rows.filter((entry) => entry.from < plus(now, 7 * day));
  const more = rows.length > week.length;
  return (
    <Panel
      title={texts.comingDays}
      flush
      actions={
        more && (
          <Button variant="tertiary" onClick={() => setAll(!all)}>
            {all ? texts.showWeek : texts.showAll(rows.length)}
          </Button>
        )
      }
    >
      <DenseTable
        caption={texts.tableCaption}
        hideCaption
        rows={all ? rows : week}
        columns={columns(now, onEnd)}
        rowKey={(entry) => entry.entryId}
        rowTone={(entry) => (isOver(entry, now) ? 'quiet' : undefined)}
        empty={<Empty title={texts.empty}>{texts.emptyWhat}</Empty>}
      />
    </Panel>
  );
}

function columns(now: Instant, onEnd: DutyTableProps['onEnd']): readonly Column<ShownDuty>[] {
  const shown: readonly Column<ShownDuty>[] = [
    {
      key: 'when',
      header: texts.columns.when,
      rowHeader: true,
      width: '210px',
      cell: (entry) => <span className="tabular">{spanText(entry)}</span>,
    },
    { key: 'level', header: texts.columns.level, width: '110px', from: 'tablet', cell: (entry) => texts.levels[entry.level] },
    { key: 'who', header: texts.columns.who, cell: (entry) => <Who entry={entry} /> },
    {
      key: 'phone',
      header: texts.columns.phone,
      width: '120px',
      from: 'tablet',
      cell: (entry) => <span className="tabular">{phoneText(entry.phone)}</span>,
    },
    {
      key: 'changedBy',
      header: texts.columns.changedBy,
      from: 'desktop',
      cell: (entry) => <span className="quiet">{nameOf(entry.ended?.by ?? entry.enteredBy)}</span>,
    },
    { key: 'state', header: texts.columns.state, from: 'tablet', cell: (entry) => stateText(entry, now) },
  ];
  if (!onEnd) return shown;
  const end: Column<ShownDuty> = {
    key: 'end',
    header: texts.end,
    align: 'end',
    width: '90px',
    cell: (entry) => !isOver(entry, now) && <EndButton entry={entry} onEnd={onEnd} />,
  };
  return [...shown, end];
}

/** On a telephone the level stands with the name: there is no room for its column. */
function Who({ entry }: { readonly entry: ShownDuty }) {
  return (
    <>
      {entry.name} {entry.level === 'backup' && <span className="quiet level-with-name">{texts.levels.backup.toLowerCase()}</span>}
    </>
  );
}

function nameOf(actor: string): string {
  return actor === 'demo' ? texts.systemParts.demo : actor;
}

function EndButton({ entry, onEnd }: { readonly entry: ShownDuty; readonly onEnd: (entry: ShownDuty) => void }) {
  return (
    <button
      type="button"
      className="link-button row-action"
      onClick={() => onEnd(entry)}
      aria-label={texts.endOf(entry.name, spanText(entry))}
    >
      {texts.end}
    </button>
  );
}

/** Ended by hand, or its time is past. */
function isOver(entry: ShownDuty, now: Instant): boolean {
  return entry.ended !== undefined || entry.to <= now;
}

function stateText(entry: ShownDuty, now: Instant): string {
  if (entry.ended) return entry.ended.at <= entry.from ? texts.takenOff : texts.ended(momentText(entry.ended.at, now));
  if (coveredTime(entry).to <= now) return texts.over;
  return entry.from <= now ? texts.ongoing : '';
}
