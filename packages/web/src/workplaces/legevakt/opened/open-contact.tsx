import type { ContactDetail } from '@vakthavende/contract/contact';
import { useEffect, useRef, useState } from 'react';
import { mayDo, useSession } from '../../../app/index.ts';
import { ContactTimeline, useOrders } from '../../../contact/index.ts';
import { useDraft } from '../../../drafts/index.ts';
import { useUnitName } from '../../../organisation/index.ts';
import { Panel } from '../../../ui/index.ts';
import { type OpenStep, StepFormOf } from '../forms/step-form.tsx';
import { roleHere } from '../role-here.ts';
import { texts } from '../texts.nb.ts';
import { type ClinicContact, ClinicContactGiven } from './clinic-contact.ts';
import { ContactHead } from './contact-head.tsx';
import { Facts } from './facts.tsx';
import { instantOrder } from './instant-order.ts';
import { Notes } from './notes.tsx';
import { noOccurred, type Occurred, OccurredField } from './occurred-field.tsx';
import { ClosedNotice, type ContactPanelProps } from './panel.tsx';
import { SentSteps } from './sent-steps.tsx';
import { StepBar } from './step-bar.tsx';
import { isInstant, type StepId, stepsFor } from './steps.ts';
import { Tasks } from './tasks.tsx';
import { UrgencyAxes } from './urgency-axes.tsx';

/** The contact as the nurse and the doctor need it: who and how urgent on top, what can be done, what is written, what has happened. */
export function OpenContact(props: ContactPanelProps & { readonly detail: ContactDetail }) {
  const { detail, unit, contactId } = props;
  const session = useSession();
  const unitName = useUnitName();
  const occurred = useDraft<Occurred>(`legevakt:${contactId}:occurred`, noOccurred);
  const orders = useOrders(contactId, occurred.value.at);
  const [open, setOpen] = useState<OpenStep>();
  const top = useRef<HTMLDivElement>(null);
  const role = roleHere(session, unit);
  const steps = stepsFor(detail, { unit, treats: role !== undefined, answersForRed: mayDo(session, 'answerForRed', unit) });
  const start = (step: StepId, about?: string) => {
    if (!isInstant(step)) return setOpen({ step, about });
    const order = instantOrder(step, { unit, role });
    if (order) orders.give(step, order, detail.sequence);
  };
  const close = () => {
    setOpen(undefined);
    top.current?.focus();
  };
  const { asked, onAskedDone } = props;
  const startAsked = useRef(start);
  startAsked.current = start;
  useEffect(() => {
    if (asked === undefined) return;
    startAsked.current(asked);
    onAskedDone();
  }, [asked, onAskedDone]);
  const given: ClinicContact = { contactId, detail, orders, unit, me: session.staffId, myName: session.name, role, start };
  return (
    <ClinicContactGiven value={given}>
      <div ref={top} className="lv-contact" tabIndex={-1}>
        <ContactHead onClose={props.onClose} />
        <UrgencyAxes detail={detail} />
        {detail.closedAt !== undefined && <ClosedNotice />}
        <StepBar steps={steps} open={open?.step} onStart={start} />
        <OccurredField value={occurred.value} onChange={occurred.set} />
        {open && <StepFormOf key={`${open.step}:${open.about ?? ''}`} open={open} onClose={close} />}
        <SentSteps openStep={open?.step} />
        <div className="lv-contact-body">
          <div className="lv-contact-column">
            <Facts />
            <Tasks />
            <Notes />
          </div>
          <Panel title={texts.contact.timeline} level={3}>
            <ContactTimeline detail={detail} unitName={unitName} />
          </Panel>
        </div>
      </div>
    </ClinicContactGiven>
  );
}
