import { useQuery } from '@tanstack/react-query';
import { type DutyEntry, getDutyList } from '@vakthavende/contract/roster';
import { call } from '../../../app/index.ts';
import { Alert, QuickChoice } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';
import { type Colleague, colleaguesOf } from './colleagues.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

interface Written {
  readonly to?: string | undefined;
  readonly as?: 'nurse' | 'doctor' | undefined;
}

/** Gives the patient to a colleague, or takes over from one, having seen who has them. */
export function HandOverForm(props: { readonly onClose: () => void }) {
  const { unit, detail } = useClinicContact();
  const query = useQuery({
    queryKey: [getDutyList.path, unit, 'colleagues'],
    queryFn: ({ signal }) => call(getDutyList, { query: { unit } }, signal),
    staleTime: 60_000,
  });
  const form = useStepForm<Written>({
    slot: 'handOver',
    initial: {},
    fromOrder: (order) => (order.type === 'handOver' ? { to: order.toStaffId, as: order.as } : undefined),
    onDone: props.onClose,
  });
  const colleagues = query.data ? colleaguesOf(query.data, detail.takenBy) : [];
  const chosen = colleagues.find((one) => one.staffId === form.value.to);
  const as = form.value.as ?? chosen?.likelyRole;
  const save = (seen?: number) => form.value.to && as && form.send({ type: 'handOver', toStaffId: form.value.to, as }, seen);
  const t = texts.form;
  return (
    <StepFrame
      title={texts.steps.handOver}
      entry={form.entry}
      ready={form.value.to !== undefined && as !== undefined}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      save={texts.steps.handOver}
      refusalShown={form.error('toStaffId') !== undefined}
      conflict={{ mine: chosen?.name ?? '', theirs: detail.takenByName }}
    >
      {query.data && colleagues.length === 0 && <Alert tone="warning">{t.noColleagues}</Alert>}
      <QuickChoice
        label={`${t.colleague}. ${t.colleagueHint}`}
        columns={2}
        value={form.value.to}
        choices={colleagues.map((one) => ({ value: one.staffId, label: one.name, description: described(one) }))}
        onChange={(to) => form.change({ to, as: undefined })}
        error={form.error('toStaffId')}
      />
      {form.value.to !== undefined && (
        <QuickChoice
          label={t.as}
          columns={2}
          value={as}
          choices={[
            { value: 'doctor', label: t.roles.doctor, keys: 'l' },
            { value: 'nurse', label: t.roles.nurse, keys: 's' },
          ]}
          onChange={(role) => form.change({ as: role })}
        />
      )}
    </StepFrame>
  );
}

function described(one: Colleague): string {
  return [one.duty && onDutyText(one.duty), one.title].filter(Boolean).join(' · ');
}

function onDutyText(level: DutyEntry['level']): string {
  return texts.form.onDuty[level];
}
