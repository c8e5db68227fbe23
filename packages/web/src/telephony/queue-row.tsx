import type { QueueRow } from '@vakthavende/contract/telephony';
import type { Instant } from '@vakthavende/core/kernel';
import { unrouted } from '@vakthavende/core/telephony';
import type { ReactNode } from 'react';
import { texts } from './texts.nb.ts';
import { clockDuration, isConnecting, phoneText, waitedSoFar, waitTone } from './waiting.ts';
import './telephony.css';

const marks = { within: '', past: '▲', long: '▲▲' } as const;

/** Who rings, as one says it. */
export function callerText(row: QueueRow): string {
  return row.callerNumber ? phoneText(row.callerNumber) : texts.unknownNumber;
}

/** A call that can be answered: the whole row is the button. The wait turns at two minutes by sign, weight and words. */
export function WaitingCall(props: {
  readonly row: QueueRow;
  readonly now: Instant;
  readonly place: ReactNode;
  readonly keys?: ReactNode;
  readonly me: string;
  readonly onAnswer: (row: QueueRow) => void;
}) {
  const { row, now } = props;
  const waited = waitedSoFar(row, now);
  const tone = waitTone(waited ?? 0);
  return (
    <button
      type="button"
      className="queue-row"
      data-tone={tone}
      data-queue-row={isConnecting(row) ? 'connecting' : 'waiting'}
      onClick={() => props.onAnswer(row)}
    >
      <span className="ds-sr-only">{texts.answer(callerText(row), undefined)}</span>
      <span className="queue-wait tabular" role="timer" aria-live="off">
        <span aria-hidden="true" className="queue-wait-mark">
          {marks[tone]}
        </span>
        {waited === undefined ? '–:––' : clockDuration(waited)}
        {tone !== 'within' && <span className="ds-sr-only"> {texts[tone]}</span>}
      </span>
      <span className="queue-who">
        <strong className="tabular" aria-hidden="true">
          {callerText(row)}
        </strong>
        <span className="queue-place">{props.place}</span>
      </span>
      <span className="queue-key">{props.keys}</span>
      <span className="queue-marks">
        {row.centreId === unrouted && (
          <span className="badge" data-tone="gap">
            ▲ {texts.noReceiver}
          </span>
        )}
        {isConnecting(row) && (
          <span className="badge">☎ {texts.connecting(row.operatorId === props.me ? texts.you : (row.operatorName ?? ''))}</span>
        )}
        {row.callback && <span className="badge">↩ {texts.callback}</span>}
        {row.earlierCalls > 0 && <span className="badge">↻ {texts.earlier(row.earlierCalls)}</span>}
      </span>
    </button>
  );
}

/** A call in conversation: whose, and for how long. */
export function TalkingCall(props: {
  readonly row: QueueRow;
  readonly now: Instant;
  readonly mine: boolean;
  readonly place: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { row } = props;
  return (
    <div className="talking-row" data-mine={props.mine}>
      <span className="queue-wait tabular" role="timer" aria-live="off">
        {row.answeredAt === undefined ? '' : clockDuration(Math.max(0, props.now - row.answeredAt))}
      </span>
      <span className="queue-who">
        <strong className="tabular">{callerText(row)}</strong>
        <span className="queue-place">
          {props.place}{' '}
          <span className="quiet">{texts.talkingWith(props.mine ? texts.mine : (row.operatorName ?? row.operatorId ?? ''))}</span>
        </span>
      </span>
      <span className="queue-marks">{props.actions}</span>
    </div>
  );
}

/** A call that is over: hung up unanswered, or without a contact. */
export function EndedCall(props: {
  readonly row: QueueRow;
  readonly place: ReactNode;
  readonly when: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="talking-row">
      <span className="queue-wait tabular">{props.when}</span>
      <span className="queue-who">
        <strong className="tabular">{callerText(props.row)}</strong>
        <span className="queue-place">{props.place}</span>
      </span>
      <span className="queue-marks">{props.actions}</span>
    </div>
  );
}
