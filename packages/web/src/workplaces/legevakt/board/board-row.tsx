import { osloDate } from '@vakthavende/core/kernel';
import type { KeyboardEvent } from 'react';
import { contactTexts, patientText } from '../../../contact/index.ts';
import { UrgencyMark, useNow } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { LineMarks, LineState, LineTime } from './line-state.tsx';
import type { BoardLine } from './sections.ts';

export interface BoardRowProps {
  readonly line: BoardLine;
  readonly me: string;
  readonly open: boolean;
  /** The one row that Tab comes to. */
  readonly stop: boolean;
  readonly tone: 'alarm' | 'quiet' | undefined;
  readonly unsent: number;
  readonly onFocus: (line: BoardLine) => void;
  readonly onOpen: (line: BoardLine) => void;
  readonly onKeyDown: (event: KeyboardEvent, line: BoardLine) => void;
}

/** One line of 32 px; two lines on a telephone. */
export function BoardRow(props: BoardRowProps) {
  const { line } = props;
  const { row } = line;
  return (
    <tr
      className="lv-row"
      data-line={line.key}
      data-tone={props.tone}
      tabIndex={props.stop ? 0 : -1}
      aria-selected={props.open}
      onFocus={() => props.onFocus(line)}
      onClick={() => props.onOpen(line)}
      onKeyDown={(event) => event.target === event.currentTarget && props.onKeyDown(event, line)}
    >
      <td className="lv-c-urgency">
        <UrgencyMark urgency={row.urgency} size="sm" />
        {row.urgencyAxis && (
          <span className="lv-axis" title={texts.axisMeaning[row.urgencyAxis]}>
            {texts.axis[row.urgencyAxis]}
          </span>
        )}
      </td>
      <th scope="row" className="lv-c-patient">
        {props.unsent > 0 && <span className="lv-unsent">⚠ {contactTexts.unsent(props.unsent)}</span>}
        <Patient line={line} />
      </th>
      <td className="lv-c-reason" title={row.reason}>
        {row.reason}
      </td>
      <td className="lv-c-state">
        <LineState line={line} me={props.me} />
      </td>
      <td className="lv-c-time">
        <LineTime line={line} />
      </td>
      <td className="lv-c-marks">
        <LineMarks line={line} />
      </td>
    </tr>
  );
}

function Patient({ line }: { readonly line: BoardLine }) {
  const { row } = line;
  const text = patientText(row, osloDate(useNow()));
  if (row.identified !== false && row.patient !== undefined) return <>{text}</>;
  return (
    <span className="lv-unknown">
      <span className="lv-unknown-mark">{texts.unknown}</span>
      {row.patient !== undefined && text}
    </span>
  );
}
