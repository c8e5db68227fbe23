import type { TaskKind } from '@vakthavende/core/contact';
import type { Instant } from '@vakthavende/core/kernel';
import { ClockField, taskNames } from '../../../contact/index.ts';
import { QuickChoice, TextInput } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

interface Written {
  readonly kind?: TaskKind | undefined;
  readonly text: string;
  readonly due: string;
  readonly dueAt?: Instant | undefined;
}

/** What remains to be done: stands on the board until it is done, also when the contact is closed. */
export function TaskForm(props: { readonly onClose: () => void }) {
  const form = useStepForm<Written>({
    slot: 'task',
    initial: { text: '', due: '' },
    fromOrder: (order) => (order.type === 'addTask' ? { kind: order.kind, text: order.text, due: '' } : undefined),
    onDone: props.onClose,
  });
  const { kind, text, due, dueAt } = form.value;
  const ready = kind !== undefined && text.trim() !== '' && (due.trim() === '' || dueAt !== undefined);
  const save = () =>
    kind &&
    form.send({
      type: 'addTask',
      taskId: crypto.randomUUID(),
      kind,
      text: text.trim(),
      ...(dueAt === undefined ? {} : { due: new Date(dueAt).toISOString() }),
    });
  const t = texts.form;
  return (
    <StepFrame
      title={texts.steps.task}
      entry={form.entry}
      ready={ready}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('text') !== undefined || form.error('due') !== undefined}
    >
      <QuickChoice
        label={t.taskKind}
        columns={3}
        value={kind}
        choices={texts.taskChoices.map((value) => ({ value, label: taskNames[value] }))}
        onChange={(value) => form.change({ kind: value })}
      />
      <TextInput
        label={t.taskText}
        value={text}
        onChange={(next) => form.change({ text: next })}
        onEnter={() => ready && save()}
        error={form.error('text')}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
      <ClockField
        label={t.taskDue}
        direction="future"
        hint={t.taskDueHint}
        value={due}
        onChange={(next, at) => form.change({ due: next, dueAt: at })}
        onEnter={() => ready && save()}
        error={form.error('due')}
      />
    </StepFrame>
  );
}
