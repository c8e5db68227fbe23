import { Button } from '@digdir/designsystemet-react';
import type { QueueRow } from '@vakthavende/contract/telephony';
import type { KeyboardEvent } from 'react';
import { PlaceLine } from '../../../contact/index.ts';
import { callerText, EndedCall, nextToAnswer, queueLists, TalkingCall, telephonyTexts, WaitingCall } from '../../../telephony/index.ts';
import { Empty, Kbd, Panel, Time, useNow } from '../../../ui/index.ts';
import { sentralKeys } from '../key-map.ts';

export interface QueuePanelProps {
  readonly rows: readonly QueueRow[];
  readonly me: string;
  readonly onAnswer: (row: QueueRow) => void;
  readonly onHangUp: (row: QueueRow) => void;
  /** A call in conversation, or ended, without a contact. */
  readonly onRegister: (row: QueueRow) => void;
  readonly onRegisterByHand: () => void;
}

/** Who waits, longest first; then who is in conversation, and what must not be forgotten. */
export function QueuePanel(props: QueuePanelProps) {
  const now = useNow();
  const lists = queueLists(props.rows, now);
  const t = telephonyTexts;
  const first = nextToAnswer(lists);
  return (
    <Panel
      title={
        <>
          {t.queue} <span className="count">{lists.waiting.length}</span>
        </>
      }
      flush
      actions={
        <Button data-size="sm" variant="tertiary" onClick={props.onRegisterByHand}>
          {t.byHand.open} <Kbd keys={sentralKeys.registerByHand} />
        </Button>
      }
    >
      <span className="ds-sr-only" role="status">
        {t.waiting(lists.waiting.length)}
      </span>
      {lists.waiting.length === 0 && <Empty title={t.emptyQueue} />}
      {/* Arrows move between the rows; each row is a button of its own. */}
      <ol className="queue" aria-label={t.queue} onKeyDown={moveInList}>
        {lists.waiting.map((row) => (
          <li key={`${row.callId}-${row.legId}`}>
            <WaitingCall
              row={row}
              now={now}
              place={<Place row={row} />}
              keys={row === first ? <Kbd keys={sentralKeys.answer} /> : undefined}
              me={props.me}
              onAnswer={props.onAnswer}
            />
          </li>
        ))}
      </ol>
      <CallList label={t.inMessage} rows={lists.inMessage}>
        {(row) => <TalkingCall row={row} now={now} mine={false} place={<Place row={row} />} />}
      </CallList>
      <CallList label={t.talking} rows={lists.talking}>
        {(row) => (
          <TalkingCall
            row={row}
            now={now}
            mine={row.operatorId === props.me}
            place={<Place row={row} />}
            actions={row.operatorId === props.me ? <MyCallActions row={row} {...props} /> : undefined}
          />
        )}
      </CallList>
      <CallList label={t.lost} rows={lists.lost}>
        {(row) => (
          <EndedCall
            row={row}
            when={<Time at={row.endedAt ?? row.offeredAt} />}
            place={<Place row={row} />}
            actions={<RegisterButton row={row} {...props} />}
          />
        )}
      </CallList>
      <CallList label={t.unregistered} rows={lists.unregistered.filter((row) => row.operatorId === props.me)}>
        {(row) => (
          <EndedCall
            row={row}
            when={<Time at={row.endedAt ?? row.offeredAt} />}
            place={<Place row={row} />}
            actions={<RegisterButton row={row} {...props} />}
          />
        )}
      </CallList>
    </Panel>
  );
}

function Place({ row }: { readonly row: QueueRow }) {
  return row.place ? <PlaceLine place={row.place} /> : <span className="quiet">{telephonyTexts.unknownPlace}</span>;
}

function MyCallActions(props: QueuePanelProps & { readonly row: QueueRow }) {
  return (
    <>
      {props.row.contactIds.length === 0 && <RegisterButton {...props} />}
      <Button
        data-size="sm"
        variant="tertiary"
        aria-label={telephonyTexts.hangUpFrom(callerText(props.row))}
        onClick={() => props.onHangUp(props.row)}
      >
        {telephonyTexts.hangUp}
      </Button>
    </>
  );
}

function RegisterButton(props: QueuePanelProps & { readonly row: QueueRow }) {
  return (
    <Button
      data-size="sm"
      variant="tertiary"
      aria-label={telephonyTexts.registerFrom(callerText(props.row))}
      onClick={() => props.onRegister(props.row)}
    >
      {telephonyTexts.register}
    </Button>
  );
}

function CallList(props: {
  readonly label: string;
  readonly rows: readonly QueueRow[];
  readonly children: (row: QueueRow) => React.ReactNode;
}) {
  if (props.rows.length === 0) return null;
  return (
    <section className="call-list" aria-label={props.label}>
      <h3>
        {props.label} <span className="count">{props.rows.length}</span>
      </h3>
      <ul>
        {props.rows.map((row) => (
          <li key={`${row.callId}-${row.legId}`}>{props.children(row)}</li>
        ))}
      </ul>
    </section>
  );
}

function moveInList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-queue-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}
