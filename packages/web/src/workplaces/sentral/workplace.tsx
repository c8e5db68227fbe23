import { useEffect, useState } from 'react';
import { useCan, useContactId, useOpenContact, useSession, useTitle, useUnit } from '../../app/index.ts';
import { AlarmStrip, contactOutbox, placeNameOf, startOutbox, useContacts, useServedBy } from '../../contact/index.ts';
import { useUnits } from '../../organisation/index.ts';
import { nextToAnswer, queueLists, useQueue } from '../../telephony/index.ts';
import { Empty, Page, Panes, useKeys } from '../../ui/index.ts';
import { ActiveContact } from './active-contact.tsx';
import { sentralKeys } from './key-map.ts';
import { ContactsPanel } from './left/contacts-panel.tsx';
import { contactLists, nextOf } from './left/my-lists.ts';
import { QueuePanel } from './left/queue-panel.tsx';
import { RegisterByHand } from './register-by-hand.tsx';
import { texts } from './texts.nb.ts';
import { useConsole } from './use-console.ts';
import './sentral.css';

/** Sentral: the operator's console. */
export function Workplace() {
  const { unit } = useUnit();
  return unit === undefined ? (
    <Page title={texts.title}>
      <Empty title={texts.noUnit} />
    </Page>
  ) : (
    <Console key={unit} unit={unit} />
  );
}

function Console({ unit }: { readonly unit: string }) {
  const { staffId } = useSession();
  const contactId = useContactId();
  const openContact = useOpenContact('sentral');
  const queue = useQueue(unit);
  const contacts = useContacts(unit);
  const units = [...useUnits().values()];
  const mayAcknowledge = useCan('answerForRed', unit);
  const [registering, setRegistering] = useState(false);
  const calls = queue.data?.rows ?? [];
  const rows = contacts.data?.rows ?? [];
  const console = useConsole({ unit, me: staffId, calls, contactId, openContact });
  useEffect(() => void startOutbox(staffId), [staffId]);
  const lists = queueLists(calls, queue.data?.now ?? console.now());
  const { waiting } = lists;
  const first = nextToAnswer(lists);
  useTitle(...(waiting.length > 0 ? [`(${waiting.length}) ${texts.title}`] : [texts.title]));
  const next = (direction: 1 | -1) => console.open(nextOf(contactLists(rows, staffId).mine, contactId, direction));
  const group = texts.keysGroup;
  useKeys([
    { keys: sentralKeys.registerByHand, label: texts.keys.registerByHand, group, run: () => setRegistering(true) },
    { keys: sentralKeys.answer, label: texts.keys.answer, group, run: () => first && console.answer(first) },
    { keys: sentralKeys.nextPatient, label: texts.keys.nextPatient, group, run: console.nextPatient },
    { keys: sentralKeys.previousContact, label: texts.keys.previousContact, group, run: () => next(-1) },
    { keys: sentralKeys.nextContact, label: texts.keys.nextContact, group, run: () => next(1) },
    { keys: sentralKeys.toQueue, label: texts.keys.toQueue, group, run: console.toQueue },
  ]);
  const left = (
    <div className="sentral-left">
      <QueuePanel
        rows={calls}
        me={staffId}
        onAnswer={console.answer}
        onHangUp={console.hangUp}
        onRegister={console.register}
        onRegisterByHand={() => setRegistering(true)}
      />
      <ContactsPanel rows={rows} me={staffId} current={contactId} onOpen={console.open} />
    </div>
  );
  const panes = (form: React.ReactNode, context: React.ReactNode) => (
    <Panes
      tracks="minmax(19rem, 23rem) minmax(0, 1fr) minmax(17rem, 22rem)"
      active={console.pane}
      onActive={console.show}
      panes={[
        { id: 'queue', label: texts.panes.queue, badge: waiting.length, content: left },
        { id: 'contact', label: texts.panes.contact, content: <div className="sentral-middle">{form}</div> },
        { id: 'context', label: texts.panes.context, content: <Context>{context}</Context> },
      ]}
    />
  );
  return (
    <div className="sentral">
      <AlarmStrip
        rows={rows}
        placeName={(place) => <PlaceName place={place} />}
        onOpen={console.open}
        onAcknowledge={mayAcknowledge ? acknowledge : undefined}
        onConfer={console.confer}
      />
      {contactId === undefined ? (
        panes(<Empty title={texts.empty.title}>{texts.empty.body}</Empty>, <Empty title={texts.context.empty} />)
      ) : (
        <ActiveContact
          contactId={contactId}
          unit={unit}
          units={units}
          calls={calls}
          conferring={console.conferring === contactId}
          onConferOpened={console.conferOpened}
          onOpen={console.open}
          onNextPatient={console.nextPatientOn}
          onHangUp={console.hangUp}
          onLink={console.link}
          onFinished={console.finished}
        >
          {panes}
        </ActiveContact>
      )}
      <RegisterByHand unit={unit} open={registering} onClose={() => setRegistering(false)} onOpened={console.open} />
    </div>
  );
}

function PlaceName(props: { readonly place: string }) {
  return placeNameOf(useServedBy(props.place).data, props.place);
}

/** It may be long with nothing in it to step to: reachable by keyboard, so that it can be scrolled. */
function Context(props: { readonly children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="sentral-right" aria-label={texts.panes.context} tabIndex={0}>
      {props.children}
    </section>
  );
}

function acknowledge(contactId: string): void {
  contactOutbox.send({ contactId, slot: 'ack', order: { type: 'acknowledge' } });
}
