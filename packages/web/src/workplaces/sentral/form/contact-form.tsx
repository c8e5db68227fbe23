import type { ContactDetail } from '@vakthavende/contract/contact';
import type { UnitRow } from '@vakthavende/contract/organisation';
import type { QueueRow } from '@vakthavende/contract/telephony';
import { useEffect, useRef } from 'react';
import { type Orders, useOrders } from '../../../contact/index.ts';
import type { Draft } from '../../../drafts/index.ts';
import { recalled, suggestionFor, usePack } from '../../../triage/index.ts';
import { useKeys } from '../../../ui/index.ts';
import { edited, type FormDraft } from '../form-draft.ts';
import { sentralKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { ActionSection } from './action-section.tsx';
import { AdviceSection } from './advice-section.tsx';
import { AssessSection } from './assess-section.tsx';
import { ContactHead } from './contact-head.tsx';
import { currentContact } from './current.ts';
import { useFinishing } from './finish-contact.ts';
import { FinishSection } from './finish-section.tsx';
import { neighbour, useStepFocus } from './focus.ts';
import { FormContext, type SentralForm } from './form-context.ts';
import { MoreSection } from './more-section.tsx';
import { OpenHandovers } from './party-parts.tsx';
import { PlaceSection } from './place-section.tsx';
import { ReasonSection } from './reason-section.tsx';
import { WhoSection } from './who-section.tsx';

export interface ContactFormProps {
  readonly contactId: string;
  readonly unit: string;
  readonly detail: ContactDetail | undefined;
  readonly draft: Draft<FormDraft>;
  readonly units: readonly UnitRow[];
  readonly call: QueueRow | undefined;
  /** Opens the part where a conference is written. */
  readonly conferring: boolean;
  readonly onConferOpened: () => void;
  readonly onNextPatient: () => void;
  readonly onHangUp: () => void;
  /** Saved: closed, or left to whoever has it next. */
  readonly onFinished: (kind: 'close' | 'leave') => void;
}

/** The contact as one flowing page: Enter goes on, digits choose, Ctrl+Enter saves and ends. */
export function ContactForm(props: ContactFormProps) {
  const frame = useRef<HTMLFormElement>(null);
  const go = useStepFocus(frame);
  const form = useFormValue(props, go);
  const { finish, run } = useFinishing(form, props.onFinished);
  useStart(props.contactId, () => !props.conferring && go(form.detail && form.detail.identity.kind !== 'unknown' ? 'reason' : 'who'));
  const { conferring, onConferOpened } = props;
  useEffect(() => {
    if (!conferring) return;
    form.edit({ more: 'confer' });
    onConferOpened();
  });
  useKeys([
    { keys: sentralKeys.finish, label: texts.keys.finish, group: texts.keysGroup, run },
    {
      keys: sentralKeys.stepDown,
      label: texts.keys.stepDown,
      group: texts.keysGroup,
      run: () => frame.current && neighbour(frame.current, 1),
    },
    {
      keys: sentralKeys.stepUp,
      label: texts.keys.stepUp,
      group: texts.keysGroup,
      run: () => frame.current && neighbour(frame.current, -1),
    },
    {
      keys: sentralKeys.occurred,
      label: texts.keys.occurred,
      group: texts.keysGroup,
      run: () => frame.current?.querySelector<HTMLElement>('#skjedde input')?.focus(),
    },
  ]);
  return (
    <FormContext value={form}>
      <form ref={frame} className="contact-form" aria-label={texts.head.contact} onSubmit={(event) => event.preventDefault()}>
        <ContactHead call={props.call} onNextPatient={props.onNextPatient} onHangUp={props.onHangUp} />
        <WhoSection />
        <PlaceSection />
        <ReasonSection />
        <AssessSection />
        <ActionSection />
        <AdviceSection />
        <MoreSection />
        <OpenHandovers />
        <FinishSection finish={finish} onFinish={run} />
      </form>
    </FormContext>
  );
}

/** A contact that comes to the screen starts where the writing starts: once for each contact, not for each change of it. */
function useStart(contactId: string, start: () => void): void {
  const started = useRef<string>(undefined);
  useEffect(() => {
    if (started.current === contactId) return;
    started.current = contactId;
    start();
  });
}

function useFormValue(props: ContactFormProps, go: SentralForm['go']): SentralForm {
  const { contactId, detail, draft } = props;
  const orders: Orders = useOrders(contactId, draft.value.occurred?.at);
  const { pack, failed } = usePack();
  const assessment = draft.value.assessment ?? recalled(pack, detail?.urgencySettings ?? []);
  return {
    contactId,
    unit: props.unit,
    detail,
    current: currentContact(detail, orders.entries),
    draft: draft.value,
    edit: (patch) => draft.set((before) => edited(before, patch, detail?.sequence)),
    orders,
    pack,
    packFailed: failed,
    assessment,
    suggestion: suggestionFor(pack, assessment),
    units: props.units,
    callerNumber: props.call?.callerNumber ?? detail?.caller?.number,
    go,
  };
}
