import { Button } from '@digdir/designsystemet-react';
import { Fragment } from 'react';
import { ClockField, StepMark, StepRefusal } from '../../../contact/index.ts';
import { KeyGroup } from '../../../triage/index.ts';
import { TextInput } from '../../../ui/index.ts';
import { type MoreStep, moreSteps } from '../form-draft.ts';
import { texts } from '../texts.nb.ts';
import { textOf } from './current.ts';
import { useForm } from './form-context.ts';
import { GrownText } from './grown-text.tsx';
import { ConferPart, HandoverPart } from './party-parts.tsx';
import { Section } from './section.tsx';

/** What not every contact needs: one key opens it. */
export function MoreSection() {
  const { draft, edit, orders } = useForm();
  const refused = orders.entry('note');
  // What was not taken stands in its field again.
  const note = refused?.state === 'refused' ? textOf(refused, 'writeNote', (order) => order.text) : undefined;
  const open = draft.more ?? (note === undefined ? undefined : 'note');
  const toggle = (step: MoreStep) => edit({ more: open === step ? undefined : step });
  return (
    <Section name={texts.head.sections.more}>
      <KeyGroup
        label={texts.more}
        step="more"
        columns={2}
        options={moreSteps.map((step) => ({ value: step, label: texts.moreSteps[step] }))}
        chosen={open ? [open] : []}
        onTake={toggle}
      />
      {open === 'callback' && <CallbackPart />}
      {open === 'confer' && <ConferPart />}
      {open === 'handover' && <HandoverPart />}
      {open === 'note' && <NotePart refused={note} />}
      {(['callback', 'confer', 'handover', 'receipt', 'note'] as const).map((slot) => (
        <Fragment key={slot}>
          <StepMark entry={orders.entry(slot)} />
          <StepRefusal entry={orders.entry(slot)} onGiveUp={orders.giveUp} />
        </Fragment>
      ))}
    </Section>
  );
}

/** A promise to ring back: a task that stays until done. The number is the caller's unless another is written. */
function CallbackPart() {
  const { draft, edit, orders, go, callerNumber } = useForm();
  const number = draft.callbackNumber ?? callerNumber ?? '';
  const promise = () => {
    const by = draft.callback?.at;
    if (by === undefined) return;
    const reach = number.trim() ? { number: number.trim() } : {};
    orders.give('callback', { type: 'promiseCallback', taskId: crypto.randomUUID(), by: new Date(by).toISOString(), ...reach });
    edit({ callback: undefined, callbackNumber: undefined, more: undefined });
    go('more');
  };
  return (
    <div className="more-part">
      <ClockField
        label={texts.callback}
        direction="future"
        value={draft.callback?.text ?? ''}
        hint="+30"
        inputRef={focusOnMount}
        onChange={(text, at) => edit({ callback: { text, at } })}
        onEnter={promise}
      />
      <TextInput
        type="tel"
        label={texts.callbackNumber}
        value={number}
        onChange={(callbackNumber) => edit({ callbackNumber })}
        onEnter={promise}
        input={{ maxLength: 40, autoComplete: 'off' }}
      />
      <Button data-size="sm" onClick={promise} disabled={draft.callback?.at === undefined}>
        {texts.promise}
      </Button>
    </div>
  );
}

/** Stable, so that drawing anew does not take the focus back. */
function focusTextarea(part: HTMLElement | null): void {
  part?.querySelector('textarea')?.focus();
}

function NotePart(props: { readonly refused: string | undefined }) {
  const { draft, edit, orders, go } = useForm();
  const note = draft.note ?? props.refused ?? '';
  const sign = () => {
    if (!note.trim()) return;
    orders.give('note', { type: 'writeNote', noteId: crypto.randomUUID(), text: note.trim() });
    edit({ note: undefined, more: undefined });
    go('more');
  };
  return (
    <div className="more-part" ref={focusTextarea}>
      <GrownText label={texts.note} value={note} maxLength={20_000} onChange={(note) => edit({ note })} onEnter={sign} />
      <Button data-size="sm" onClick={sign} disabled={!note.trim()}>
        {texts.saveNote}
      </Button>
    </div>
  );
}

export function focusOnMount(control: HTMLElement | null): void {
  control?.focus();
}
