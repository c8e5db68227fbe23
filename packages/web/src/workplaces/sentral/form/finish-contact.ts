import { osloDate } from '@vakthavende/core/kernel';
import { readWho } from '../../../contact/index.ts';
import { say, serverNow } from '../../../ui/index.ts';
import { type Finish, finishOf, hasOpenCallback, hasOpenHandover } from '../finishing.ts';
import { texts } from '../texts.nb.ts';
import { adviceOrder } from './advice-section.tsx';
import type { SentralForm } from './form-context.ts';

/** «Lagre og …»: sends what is written and not sent, in the order of the form, and then closes or leaves the contact. */
export function useFinishing(
  form: SentralForm,
  onFinished: (kind: Finish['kind']) => void,
): { readonly finish: Finish; readonly run: () => void } {
  const { current, detail, draft, orders } = form;
  const underWay = (type: string) => orders.entries.some((entry) => entry.order.type === type && entry.state !== 'refused');
  const finish = finishOf({
    action: current.action,
    referral: current.referral,
    chosen: draft.outcome,
    promisedCallback: hasOpenCallback(detail) || underWay('promiseCallback') || draft.callback?.at !== undefined,
    openHandover: hasOpenHandover(detail) || underWay('offerHandover'),
  });
  const run = () => {
    if (!sendWritten(form)) return say(texts.whoIncomplete, { tone: 'warning', urgent: true });
    if (finish.kind === 'close') orders.give('close', { type: 'close', outcome: finish.outcome }, detail?.sequence);
    onFinished(finish.kind);
  };
  return { finish, run };
}

/** False when the patient is half written: the one field that cannot be sent as it stands. */
function sendWritten(form: SentralForm): boolean {
  const { draft, orders, suggestion, edit } = form;
  const who = readWho(draft.who ?? '', osloDate(serverNow()));
  if (who.kind !== 'empty' && who.kind !== 'identity') {
    form.go('who');
    return false;
  }
  if (who.kind === 'identity') orders.give('who', { type: 'identifyPatient', identity: who.identity }, draft.seen['who']);
  if (draft.reason?.trim()) orders.give('reason', { type: 'stateReason', text: draft.reason.trim() }, draft.seen['reason']);
  const advice = adviceOrder(draft, [...(suggestion?.advice ?? []), ...(suggestion?.callAgain ?? [])]);
  if (advice) orders.give('advice', advice);
  sendAgreedTimes(form);
  if (draft.note?.trim()) orders.give('note', { type: 'writeNote', noteId: crypto.randomUUID(), text: draft.note.trim() });
  edit({
    who: undefined,
    reason: undefined,
    advice: undefined,
    adviceCodes: undefined,
    note: undefined,
    outcome: undefined,
    expected: undefined,
    callback: undefined,
  });
  return true;
}

function sendAgreedTimes({ draft, orders, current, detail, callerNumber }: SentralForm): void {
  const { expected, callback } = draft;
  if (expected?.at !== undefined && current.clinicId) {
    const expectedAt = new Date(expected.at).toISOString();
    orders.give('expected', { type: 'expectAtClinic', clinicId: current.clinicId, expectedAt }, detail?.sequence);
  }
  if (callback?.at !== undefined) {
    const number = draft.callbackNumber?.trim() || callerNumber;
    const by = new Date(callback.at).toISOString();
    orders.give('callback', { type: 'promiseCallback', taskId: crypto.randomUUID(), by, ...(number ? { number } : {}) });
  }
}
