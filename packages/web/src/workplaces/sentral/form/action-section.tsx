import { Button } from '@digdir/designsystemet-react';
import { type ActionClass, actionClasses, needsClinic, referralTargets } from '@vakthavende/core/contact';
import { actionNames, ClockField, Conflict, referralNames, StepMark, StepRefusal, useServedBy } from '../../../contact/index.ts';
import { KeyGroup } from '../../../triage/index.ts';
import { texts } from '../texts.nb.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

/** Where the patient comes to the clinic, so that a time can be agreed; the doctor goes out from a clinic for the others. */
const comesToClinic: readonly ActionClass[] = ['doctorConsultation', 'otherConsultation'];

/** What the contact leads to: one key, and what that action needs. */
export function ActionSection() {
  const { current, draft, edit, orders, go, suggestion, detail } = useForm();
  const entry = orders.entry('action');
  const waiting = draft.action;
  const take = (action: ActionClass) => {
    if (needsClinic[action]) {
      edit({ action });
      return go('clinic');
    }
    if (action === 'referred') {
      edit({ action });
      return go('referral');
    }
    orders.give('action', { type: 'decideAction', action }, detail?.sequence);
    edit({ action: undefined });
    go('adviceCodes');
  };
  return (
    <Section name={texts.head.sections.action}>
      <KeyGroup
        label={texts.action}
        step="action"
        columns={2}
        options={actionClasses.map((action) => ({
          value: action,
          label: actionNames[action],
          detail: suggestion?.action === action ? `(${texts.suggestedAction})` : undefined,
        }))}
        chosen={waiting ? [waiting] : current.action ? [current.action] : []}
        onTake={take}
      />
      {waiting && needsClinic[waiting] && <ClinicChoice action={waiting} />}
      {waiting === 'referred' && <ReferralChoice />}
      <ExpectedPart />
      <StepMark entry={entry} />
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
      <Conflict
        entry={entry}
        mine={entry?.order.type === 'decideAction' ? actionNames[entry.order.action] : ''}
        theirs={detail?.action && actionNames[detail.action]}
        onKeepMine={(seen) => entry && orders.give('action', entry.order, seen)}
        onTakeTheirs={() => entry && orders.giveUp(entry.commandId)}
      />
    </Section>
  );
}

/** The open clinics that receive from the place first, then the others of the centre. */
function ClinicChoice(props: { readonly action: ActionClass }) {
  const { current, units, unit, orders, edit, go, detail } = useForm();
  const served = useServedBy(current.place);
  const open = served.data?.openClinics.map((clinic) => clinic.id) ?? [];
  const ours = units.filter((one) => one.kind !== 'emc' && one.kind !== 'callCentre' && (one.callCentre === unit || open.includes(one.id)));
  const ordered = [...ours.filter((one) => open.includes(one.id)), ...ours.filter((one) => !open.includes(one.id))];
  const take = (clinicId: string) => {
    orders.give('action', { type: 'decideAction', action: props.action, clinicId }, detail?.sequence);
    const expected = comesToClinic.includes(props.action);
    if (expected) edit({ action: undefined, expected: { text: '' } });
    else edit({ action: undefined });
    go(expected ? 'expected' : 'adviceCodes');
  };
  return (
    <KeyGroup
      label={texts.clinic(actionNames[props.action])}
      step="clinic"
      columns={2}
      options={ordered.map((clinic) => ({
        value: clinic.id,
        label: clinic.name,
        detail: open.includes(clinic.id) ? `(${texts.openNow})` : undefined,
      }))}
      chosen={current.clinicId ? [current.clinicId] : []}
      onTake={take}
    />
  );
}

function ReferralChoice() {
  const { current, orders, edit, go, detail, suggestion } = useForm();
  return (
    <KeyGroup
      label={texts.referral}
      step="referral"
      columns={2}
      options={referralTargets.map((target) => ({
        value: target,
        label: referralNames[target],
        detail: suggestion?.referral === target ? `(${texts.suggestedAction})` : undefined,
      }))}
      chosen={current.referral ? [current.referral] : []}
      onTake={(referral) => {
        orders.give('action', { type: 'decideAction', action: 'referred', referral }, detail?.sequence);
        edit({ action: undefined });
        go('adviceCodes');
      }}
    />
  );
}

/** When the patient is expected: typed, or left to whenever they come. */
function ExpectedPart() {
  const { draft, edit, orders, go, current, units, detail } = useForm();
  const entry = orders.entry('expected');
  const clinicId = current.clinicId;
  const { expected } = draft;
  if (!clinicId || !expected) return <StepMark entry={entry} />;
  const name = units.find((one) => one.id === clinicId)?.name ?? clinicId;
  const send = () => {
    if (expected.text.trim() && expected.at === undefined) return;
    const when = expected.at === undefined ? {} : { expectedAt: new Date(expected.at).toISOString() };
    orders.give('expected', { type: 'expectAtClinic', clinicId, ...when }, detail?.sequence);
    edit({ expected: undefined });
    go('adviceCodes');
  };
  return (
    <div data-step="expected" className="row-fields">
      <ClockField
        label={texts.expected(name)}
        direction="future"
        value={expected.text}
        hint={texts.expectedHint}
        onChange={(text, at) => edit({ expected: { text, at } })}
        onEnter={send}
      />
      <Button data-size="sm" variant="secondary" onClick={send}>
        OK
      </Button>
    </div>
  );
}
