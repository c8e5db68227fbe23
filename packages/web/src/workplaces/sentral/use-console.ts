import type { QueueRow } from '@vakthavende/contract/telephony';
import { useState } from 'react';
import { ProblemError } from '../../app/index.ts';
import { contactOutbox } from '../../contact/index.ts';
import { readDraft, removeDraft } from '../../drafts/index.ts';
import { telephonyTexts } from '../../telephony/index.ts';
import { say, serverNow } from '../../ui/index.ts';
import { type FormDraft, holdsWriting } from './form-draft.ts';
import { holdKeys } from './held-keys.ts';
import { texts } from './texts.nb.ts';
import { answerCall, draftKey, hangUp, isByHand, openContactFor } from './use-calls.ts';

interface ConsoleState {
  readonly unit: string;
  readonly me: string;
  readonly calls: readonly QueueRow[];
  readonly contactId: string | undefined;
  readonly openContact: (contactId: string | undefined, options?: { readonly replace?: boolean }) => void;
}

/** What the operator can do from anywhere in the console. */
export function useConsole({ unit, me, calls, contactId, openContact }: ConsoleState) {
  const [pane, show] = useState(contactId === undefined ? 'queue' : 'contact');
  const [conferring, setConferring] = useState<string>();
  const open = (id: string | undefined) => {
    if (id === undefined) return;
    show('contact');
    openContact(id);
  };
  const register = (row: QueueRow) => {
    const known = row.contactIds.at(-1);
    open(known ?? openContactFor(row, unit));
  };
  const toQueue = () => {
    show('queue');
    focusQueue();
  };
  const current = calls.find(
    (row) => row.status === 'talking' && row.operatorId === me && contactId !== undefined && row.contactIds.includes(contactId),
  );
  const nextPatientOn = (row: QueueRow) => open(openContactFor(row, unit));
  return {
    pane,
    show,
    open,
    register,
    toQueue,
    nextPatientOn,
    now: serverNow,
    answer: (row: QueueRow) => {
      const release = holdKeys();
      answerCall(row).then(
        () => register(row),
        (error: unknown) => {
          release();
          say(error instanceof ProblemError ? error.detail : telephonyTexts.answerFailed, { tone: 'warning', urgent: true });
        },
      );
    },
    hangUp: (row: QueueRow) => {
      hangUp(row.callId).catch((error: unknown) =>
        say(error instanceof ProblemError ? error.detail : telephonyTexts.answerFailed, { tone: 'warning', urgent: true }),
      );
    },
    nextPatient: () => current && nextPatientOn(current),
    link: (callId: string, other: string, blank: boolean) => {
      if (blank && contactId !== undefined) leaveBlank(contactId, callId);
      contactOutbox.send({ contactId: other, slot: `link:${callId}`, order: { type: 'linkCall', callId } });
      say(texts.context.linkThis, { tone: 'success' });
      open(other);
    },
    /** The contact where a conference is to be written next. */
    conferring,
    confer: (red: string) => {
      setConferring(red);
      open(red);
    },
    conferOpened: () => setConferring(undefined),
    finished: (id: string, kind: 'close' | 'leave', call: QueueRow | undefined) => {
      say(kind === 'close' ? texts.closedSaid : texts.saved, { tone: 'success' });
      if (call && isByHand(call.callId) && call.status === 'talking' && call.contactIds.every((other) => other === id))
        void hangUp(call.callId);
      void forgetWhenEmpty(id);
      openContact(undefined);
      show('queue');
      // After the form has left the page.
      setTimeout(focusQueue, 50);
    },
  };
}

/** The contact opened for the call turned out to be one that is open already, and nothing is written in it. */
function leaveBlank(contactId: string, callId: string): void {
  contactOutbox.send({ contactId, slot: `link:${callId}`, order: { type: 'unlinkCall', callId } });
  contactOutbox.send({ contactId, slot: 'close', order: { type: 'close', outcome: 'registeredInError' } });
}

/** To the caller who has waited longest; with nobody waiting, to the button for a call by hand. */
export function focusQueue(): void {
  const first =
    document.querySelector<HTMLElement>('[data-queue-row="waiting"]') ?? document.querySelector<HTMLElement>('.sentral-left button');
  first?.focus();
}

/** A finished contact leaves no draft behind; what is written and not sent stays. */
async function forgetWhenEmpty(contactId: string): Promise<void> {
  const kept = await readDraft(draftKey(contactId), 1);
  // Sealed by the form under the same key and version.
  if (kept && !holdsWriting(kept.value as FormDraft)) await removeDraft(draftKey(contactId));
}
