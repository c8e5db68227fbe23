import type { ContactDetail } from '@vakthavende/contract/contact';
import { ContactTimeline, contactTexts, EarlierContacts, type EarlierSearch, TaskList } from '../../../contact/index.ts';
import { useUnitName } from '../../../organisation/index.ts';
import { Empty, Panel } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';

export interface ContextPanelProps {
  readonly unit: string;
  readonly contactId: string | undefined;
  readonly detail: ContactDetail | undefined;
  readonly callerNumber: string | undefined;
  readonly person: Omit<EarlierSearch, 'unit' | 'callerNumber'> | undefined;
  readonly onOpen: (contactId: string) => void;
  readonly onLink: ((contactId: string) => void) | undefined;
  readonly onTaskDone: (taskId: string) => void;
}

/** What is known around the contact; it comes by itself. */
export function ContextPanel(props: ContextPanelProps) {
  const unitName = useUnitName();
  const { detail, unit } = props;
  if (!props.contactId) return <Empty title={texts.context.empty} />;
  const number = props.callerNumber ? { unit, callerNumber: props.callerNumber } : undefined;
  const person = props.person ? { unit, ...props.person } : undefined;
  return (
    <>
      {(number ?? person) && (
        <Panel title={contactTexts.earlier.heading} level={2}>
          <EarlierContacts
            label={texts.context.number}
            search={number}
            except={props.contactId}
            onOpen={props.onOpen}
            onLink={props.onLink}
          />
          <EarlierContacts
            label={texts.context.person}
            search={person}
            except={props.contactId}
            onOpen={props.onOpen}
            onLink={props.onLink}
          />
        </Panel>
      )}
      {detail?.tasks.some((task) => task.done === undefined) && (
        <Panel title={texts.context.tasks} level={3}>
          <TaskList detail={detail} onDone={props.onTaskDone} />
        </Panel>
      )}
      {detail && (
        <Panel title={texts.context.timeline} level={3}>
          <ContactTimeline detail={detail} unitName={unitName} />
        </Panel>
      )}
    </>
  );
}
