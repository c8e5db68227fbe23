import type { ContactRow } from '@vakthavende/contract/contact';
import { instant } from '@vakthavende/core/kernel';
import type { ReactNode } from 'react';
import { ContactLine, useUnacknowledged } from '../../../contact/index.ts';
import { Kbd, Panel, Remaining, Time } from '../../../ui/index.ts';
import { sentralKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { callbackDue, contactLists } from './my-lists.ts';

/** My contacts first, then what is promised, offered, and on its way. */
export function ContactsPanel(props: {
  readonly rows: readonly ContactRow[];
  readonly me: string;
  readonly current: string | undefined;
  readonly onOpen: (contactId: string) => void;
}) {
  const lists = contactLists(props.rows, props.me);
  const t = texts.lists;
  const { current, onOpen } = props;
  const line = { current, onOpen };
  return (
    <>
      <Lines label={t.mine} rows={lists.mine} empty={t.noMine} keys={<Kbd keys={sentralKeys.nextContact} />} {...line} />
      <Lines
        label={t.callbacks}
        rows={lists.callbacks}
        end={(row) => <Remaining until={instant(callbackDue(row) ?? row.openedAt)} />}
        {...line}
      />
      <Lines label={t.handovers} rows={lists.handovers} {...line} />
      <Lines
        label={t.expected}
        rows={lists.expected}
        end={(row) => (row.expectedAt === undefined ? undefined : <Time at={row.expectedAt} />)}
        {...line}
      />
      <Lines label={t.others} rows={lists.others} {...line} />
      <Lines label={t.finished} rows={lists.finished} end={(row) => <Time at={row.closedAt ?? row.openedAt} />} {...line} />
    </>
  );
}

function Lines(props: {
  readonly label: string;
  readonly rows: readonly ContactRow[];
  readonly empty?: string;
  readonly keys?: ReactNode;
  readonly end?: (row: ContactRow) => ReactNode;
  readonly current: string | undefined;
  readonly onOpen: (contactId: string) => void;
}) {
  const unacknowledged = useUnacknowledged();
  if (props.rows.length === 0 && props.empty === undefined) return null;
  return (
    <Panel
      level={3}
      flush
      title={
        <>
          {props.label} <span className="count">{props.rows.length}</span>
        </>
      }
      actions={props.rows.length > 1 ? props.keys : undefined}
    >
      {props.rows.length === 0 && <p className="quiet list-empty">{props.empty}</p>}
      <ul className="contact-lines" aria-label={props.label}>
        {props.rows.map((row) => (
          <li key={row.contactId}>
            <ContactLine
              row={row}
              current={row.contactId === props.current}
              unacknowledged={unacknowledged.get(row.contactId)}
              end={props.end?.(row)}
              onOpen={props.onOpen}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
