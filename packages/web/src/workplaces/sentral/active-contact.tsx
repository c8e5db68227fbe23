import { Button } from '@digdir/designsystemet-react';
import type { UnitRow } from '@vakthavende/contract/organisation';
import type { QueueRow } from '@vakthavende/contract/telephony';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '../../app/index.ts';
import { contactTexts, EmergencyDialog } from '../../contact/index.ts';
import { Alert, ProblemNotice } from '../../ui/index.ts';
import { ContactForm } from './form/contact-form.tsx';
import { ContextPanel } from './right/context-panel.tsx';
import { useActiveContact } from './use-active-contact.ts';

export interface ActiveContactProps {
  readonly contactId: string;
  readonly unit: string;
  readonly units: readonly UnitRow[];
  readonly calls: readonly QueueRow[];
  /** Nobody answered the alarm: the conference with the EMC (AMK) is to be written first. */
  readonly conferring: boolean;
  readonly onConferOpened: () => void;
  readonly onOpen: (contactId: string) => void;
  readonly onNextPatient: (call: QueueRow) => void;
  readonly onHangUp: (call: QueueRow) => void;
  readonly onLink: (callId: string, contactId: string, blank: boolean) => void;
  readonly onFinished: (contactId: string, kind: 'close' | 'leave', call: QueueRow | undefined) => void;
  /** Puts the form and its context where the workplace has them. */
  readonly children: (form: ReactNode, context: ReactNode) => ReactNode;
}

export function ActiveContact(props: ActiveContactProps) {
  const { contactId, unit } = props;
  const active = useActiveContact(contactId, props.calls);
  const { detail, call } = active;
  const callId = call?.callId;
  const refused = active.problem instanceof ProblemError && active.problem.code === 'contact-of-other-unit';
  const form = refused ? (
    <Locked contactId={contactId} onOpened={active.retry} />
  ) : (
    <>
      <ProblemNotice problem={detail ? undefined : active.problem} onRetry={active.retry} />
      {active.draft.ready && (detail || active.opening || active.orders.entries.length > 0) ? (
        <ContactForm
          key={contactId}
          contactId={contactId}
          unit={unit}
          detail={detail}
          draft={active.draft}
          units={props.units}
          call={call}
          conferring={props.conferring}
          onConferOpened={props.onConferOpened}
          onNextPatient={() => call && props.onNextPatient(call)}
          onHangUp={() => call && props.onHangUp(call)}
          onFinished={(kind) => props.onFinished(contactId, kind, call)}
        />
      ) : (
        !active.problem && <p className="quiet">{contactTexts.loading}</p>
      )}
    </>
  );
  const context = (
    <ContextPanel
      unit={unit}
      contactId={contactId}
      detail={detail}
      callerNumber={call?.callerNumber ?? detail?.caller?.number}
      person={active.person}
      onOpen={props.onOpen}
      onLink={callId === undefined ? undefined : (other) => props.onLink(callId, other, active.blank)}
      onTaskDone={(taskId) => active.orders.give(`task:${taskId}`, { type: 'completeTask', taskId })}
    />
  );
  return props.children(form, context);
}

/** A contact of another unit: closed, with a door for emergencies. */
function Locked(props: { readonly contactId: string; readonly onOpened: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className="contact-locked">
      <Alert tone="warning">
        <p>{contactTexts.notAllowed}</p>
        <Button variant="secondary" data-size="sm" onClick={() => setAsking(true)}>
          {contactTexts.emergency.trigger}
        </Button>
      </Alert>
      <EmergencyDialog
        contactId={props.contactId}
        open={asking}
        onClose={() => setAsking(false)}
        onOpened={() => {
          setAsking(false);
          props.onOpened();
        }}
      />
    </div>
  );
}
