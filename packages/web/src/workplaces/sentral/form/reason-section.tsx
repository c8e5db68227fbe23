import { Conflict, StepMark, StepRefusal } from '../../../contact/index.ts';
import { texts } from '../texts.nb.ts';
import { textOf } from './current.ts';
import { useForm } from './form-context.ts';
import { GrownText } from './grown-text.tsx';
import { Section } from './section.tsx';

const longest = 2_000;

/** What it is about, in the caller's or the operator's words. */
export function ReasonSection() {
  const { draft, edit, orders, go, current, detail } = useForm();
  const entry = orders.entry('reason');
  const sent = textOf(entry, 'stateReason', (order) => order.text);
  const value = draft.reason ?? sent ?? current.reason ?? '';
  const send = () => {
    if (draft.reason?.trim()) {
      orders.give('reason', { type: 'stateReason', text: draft.reason.trim() }, draft.seen['reason']);
      edit({ reason: undefined });
    }
    go('vital');
  };
  return (
    <Section name={texts.head.sections.reason}>
      <GrownText
        label={texts.reason}
        hint={texts.reasonHint}
        step="reason"
        maxLength={longest}
        value={value}
        onChange={(reason) => edit({ reason })}
        onEnter={send}
      />
      <StepMark entry={entry} />
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
      <Conflict
        entry={entry}
        mine={value}
        theirs={detail?.reason}
        onKeepMine={(seen) => {
          orders.give('reason', { type: 'stateReason', text: value.trim() }, seen);
          edit({ reason: undefined });
        }}
        onTakeTheirs={() => {
          if (entry) orders.giveUp(entry.commandId);
          edit({ reason: undefined });
        }}
      />
    </Section>
  );
}
