import type { ContactRow } from '@vakthavende/contract/contact';
import { actionNames, outcomeNames, spanText, statusNames, taskNames } from '../../../contact/index.ts';
import { Elapsed, Time, useNow } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { PagingState } from './paging-state.tsx';
import { type BoardLine, isUntriaged } from './sections.ts';
import { expectedLimits, toneOf, waitingLimits } from './waiting-limits.ts';

/** Who has the patient, or how the contact stands. */
export function LineState(props: { readonly line: BoardLine; readonly me: string }) {
  const { line, me } = props;
  const { row } = line;
  if (line.kind === 'task') return [taskNames[line.task.kind], line.task.text].filter(Boolean).join(': ');
  if (row.closedAt !== undefined) return row.outcome === undefined ? statusNames.closed : outcomeNames[row.outcome];
  if (row.takenBy !== undefined) {
    return row.takenBy === me ? <strong>{texts.withMe(row.takenAs)}</strong> : texts.with(row.takenByName ?? '', row.takenAs);
  }
  if (isUntriaged(row)) return <span className="lv-untriaged">{texts.notTriaged}</span>;
  if (row.status === 'expected' || row.status === 'waiting')
    return row.action === undefined ? statusNames[row.status] : actionNames[row.action];
  return [statusNames[row.status], row.action && actionNames[row.action]].filter(Boolean).join(' · ');
}

/** The time that matters where the line stands: how long waited, how late, when due. */
export function LineTime(props: { readonly line: BoardLine }) {
  const { line } = props;
  const { row } = line;
  if (line.kind === 'task') return line.task.due === undefined ? <span className="quiet">–</span> : <Due at={line.task.due} />;
  if (row.closedAt !== undefined) return <Time at={row.closedAt} />;
  if (row.status === 'withStaff' && row.takenSince !== undefined) return <Elapsed since={row.takenSince} />;
  if (row.status === 'waiting' && row.arrivedAt !== undefined) return <Elapsed since={row.arrivedAt} limits={waitingLimits(row)} />;
  if (row.status === 'expected') return <Expected row={row} />;
  return <Elapsed since={row.openedAt} />;
}

function Expected({ row }: { readonly row: ContactRow }) {
  const now = useNow();
  if (row.expectedAt === undefined) return <span className="quiet">{texts.noTime}</span>;
  const late = now - row.expectedAt;
  return (
    <span className="lv-expected">
      <Time at={row.expectedAt} />
      <span className="elapsed tabular" data-tone={late > 0 ? toneOf(late, expectedLimits) : undefined}>
        {late >= 60_000 ? texts.lateBy(spanText(late)) : texts.inTime(spanText(late))}
      </span>
    </span>
  );
}

function Due(props: { readonly at: ContactRow['openedAt'] }) {
  const late = useNow() - props.at;
  return (
    <span className="lv-expected">
      <Time at={props.at} />
      {late > 0 && (
        <span className="elapsed tabular" data-tone="late">
          ! {texts.lateBy(spanText(late))}
        </span>
      )}
    </span>
  );
}

/** What else must be seen at once. */
export function LineMarks(props: { readonly line: BoardLine }) {
  const { line } = props;
  const { row } = line;
  if (line.kind === 'task') return null;
  return (
    <span className="lv-marks">
      <PagingState paging={row.closedAt === undefined ? row.paging : { state: 'notNeeded' }} />
      {row.channel === 'directAttendance' && <span className="tag">{texts.arrivedOnFoot}</span>}
      {row.openTasks.length > 0 && <span className="tag">{texts.openTasks(row.openTasks.length)}</span>}
    </span>
  );
}
