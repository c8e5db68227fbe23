import { type ActionClass, actionClasses, needsClinic, type ReferralTarget, referralTargets } from '@vakthavende/core/contact';
import { actionNames, referralNames } from '../../../contact/index.ts';
import { useUnitName } from '../../../organisation/index.ts';
import { QuickChoice } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

interface Written {
  readonly action?: ActionClass | undefined;
  readonly referral?: ReferralTarget | undefined;
}

/** What the contact leads to; several, dated. At this clinic where the class needs one. */
export function ActionForm(props: { readonly onClose: () => void }) {
  const { unit, detail } = useClinicContact();
  const unitName = useUnitName();
  const form = useStepForm<Written>({
    slot: 'action',
    initial: {},
    fromOrder: (order) => (order.type === 'decideAction' ? { action: order.action, referral: order.referral } : undefined),
    onDone: props.onClose,
  });
  const { action, referral } = form.value;
  const refers = action === 'referred';
  const latest = detail.actions.at(-1);
  const save = (seen?: number) =>
    action &&
    form.send(
      {
        type: 'decideAction',
        action,
        ...(needsClinic[action] ? { clinicId: unit } : {}),
        ...(refers && referral ? { referral } : {}),
      },
      seen,
    );
  const t = texts.form;
  return (
    <StepFrame
      title={texts.steps.action}
      entry={form.entry}
      ready={action !== undefined && (!refers || referral !== undefined)}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={['action', 'clinicId', 'referral', 'urgency'].some((field) => form.error(field))}
      conflict={{ mine: action ? actionNames[action] : '', theirs: latest && actionNames[latest.action] }}
    >
      <QuickChoice
        label={t.action}
        hideLabel
        columns={2}
        value={action}
        choices={actionClasses.map((value) => ({
          value,
          label: actionNames[value],
          description: value === action && needsClinic[value] ? t.atClinic(unitName(unit)) : undefined,
        }))}
        onChange={(value) => form.change({ action: value })}
        error={form.error('action') ?? form.error('clinicId') ?? form.error('urgency')}
      />
      {refers && (
        <QuickChoice
          label={t.referral}
          columns={3}
          active={false}
          value={referral}
          choices={referralTargets.map((value) => ({ value, label: referralNames[value] }))}
          onChange={(value) => form.change({ referral: value })}
          error={form.error('referral')}
        />
      )}
    </StepFrame>
  );
}
