import { useQuery } from '@tanstack/react-query';
import { getDiagnoses } from '@vakthavende/contract/triage';
import { type Outcome, outcomes } from '@vakthavende/core/contact';
import { call } from '../../../app/index.ts';
import { outcomeNames } from '../../../contact/index.ts';
import { Alert, Combo, QuickChoice } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

interface Written {
  readonly outcome?: Outcome | undefined;
  readonly diagnosis?: string | undefined;
}

/** Beyond the nine digits. */
const extraKeys: Readonly<Record<number, string>> = { 9: '0', 10: 'f' };

/** Outcome, diagnosis and who answers for it. What remains stays as tasks. */
export function CloseForm(props: { readonly onClose: () => void }) {
  const { detail, myName } = useClinicContact();
  const form = useStepForm<Written>({
    slot: 'close',
    initial: {},
    fromOrder: (order) => (order.type === 'close' ? { outcome: order.outcome, diagnosis: order.diagnosis } : undefined),
    onDone: props.onClose,
  });
  const { outcome, diagnosis } = form.value;
  const remaining = detail.tasks.filter((task) => task.done === undefined).length;
  const t = texts.form;
  const save = (seen?: number) => outcome && form.send({ type: 'close', outcome, ...(diagnosis ? { diagnosis } : {}) }, seen);
  return (
    <StepFrame
      title={texts.steps.close}
      entry={form.entry}
      ready={outcome !== undefined}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      save={texts.steps.close}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('diagnosis') !== undefined}
      conflict={{ mine: outcome ? outcomeNames[outcome] : '', theirs: undefined }}
    >
      {detail.actions.length === 0 && <Alert tone="warning">{t.noAction}</Alert>}
      {remaining > 0 && <Alert tone="info">{t.remains(remaining)}</Alert>}
      <QuickChoice
        label={t.outcome}
        columns={2}
        value={outcome}
        choices={outcomes.map((value, index) => ({
          value,
          label: outcomeNames[value],
          ...(extraKeys[index] === undefined ? {} : { keys: extraKeys[index] }),
        }))}
        onChange={(value) => form.change({ outcome: value })}
        error={form.error('outcome')}
      />
      <DiagnosisField value={diagnosis} onChange={(code) => form.change({ diagnosis: code })} error={form.error('diagnosis')} />
      <p className="quiet">{t.responsible(myName)}</p>
    </StepFrame>
  );
}

function DiagnosisField(props: {
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly error: string | undefined;
}) {
  const list = useQuery({
    queryKey: [getDiagnoses.path],
    queryFn: ({ signal }) => call(getDiagnoses, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const codes = list.data?.codes ?? [];
  const chosen = codes.find(({ code }) => code === props.value);
  return (
    <Combo
      label={texts.form.diagnosis}
      description={list.data?.list.startsWith('demonstration') ? texts.form.diagnosisHint : texts.form.diagnosisHintFull}
      options={codes.map(({ code, text }) => ({ key: code, label: code, detail: text, value: code }))}
      chosen={chosen ? `${chosen.code} ${chosen.text}` : (props.value ?? '')}
      onPick={(option) => props.onChange(option.value)}
      onClear={() => props.onChange(undefined)}
      error={props.error}
    />
  );
}
