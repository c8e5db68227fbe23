import { shortestDepartureReason } from '@vakthavende/core/contact';
import type { Urgency } from '@vakthavende/core/triage';
import { Conflict, StepMark, StepRefusal, urgencyNames } from '../../../contact/index.ts';
import {
  type Assessment,
  ComplaintField,
  KeyGroup,
  SuggestionLine,
  toggled,
  triageTexts,
  UrgencyChoice,
  urgencyOrder,
  VitalQuestions,
} from '../../../triage/index.ts';
import { TextInput } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

/** Vital questions first, then the complaint and its criteria; the suggestion follows every answer, and is accepted or departed from. */
export function AssessSection() {
  const { pack, packFailed, assessment, edit, go } = useForm();
  const set = (next: Assessment) => edit({ assessment: next });
  const complaint = pack?.complaints.find((one) => one.id === assessment.complaint);
  return (
    <Section name={texts.head.sections.assess}>
      {!pack && <p className="quiet">{packFailed ? triageTexts.failed : triageTexts.loading}</p>}
      {pack && (
        <>
          <VitalQuestions
            pack={pack}
            assessment={assessment}
            onAnswer={(answer, done) => {
              set(answer);
              if (done) go(answer.vital.length > 0 ? 'urgency' : 'complaint');
            }}
          />
          <ComplaintField
            pack={pack}
            chosen={assessment.complaint}
            onPick={(picked) => {
              set({ ...assessment, complaint: picked.id, criteria: picked.id === assessment.complaint ? assessment.criteria : [] });
              go('criteria');
            }}
            onSkip={() => go('criteria')}
          />
          {complaint && (
            <KeyGroup
              label={triageTexts.criteria(complaint.title)}
              step="criteria"
              options={complaint.criteria.map((criterion) => ({ value: criterion.id, label: criterion.text }))}
              chosen={assessment.criteria}
              onTake={(id) => set({ ...assessment, criteria: toggled(assessment.criteria, id) })}
              onEnter={() => go('urgency')}
            />
          )}
          {pack.demonstration && <p className="pack-notice">{pack.notice}</p>}
        </>
      )}
      <UrgencyPart />
    </Section>
  );
}

function UrgencyPart() {
  const { pack, assessment, suggestion, draft, edit, orders, current, detail, go } = useForm();
  const entry = orders.entry('urgency');
  const set = (urgency: Urgency, departureReason?: string) => {
    orders.give('urgency', urgencyOrder({ pack, assessment, urgency, departureReason }), detail?.sequence);
    edit({ departing: undefined, departure: undefined });
    go('action');
  };
  const take = (urgency: Urgency) => {
    if (!suggestion || suggestion.urgency === urgency) return set(urgency);
    edit({ departing: urgency });
    go('departure');
  };
  return (
    <>
      {pack && <SuggestionLine suggestion={suggestion} />}
      <UrgencyChoice chosen={draft.departing ?? current.urgency} suggestion={suggestion} onTake={take} />
      {draft.departing && (
        <div data-step="departure">
          <TextInput
            label={triageTexts.departure}
            value={draft.departure ?? ''}
            onChange={(departure) => edit({ departure })}
            onEnter={() =>
              draft.departing &&
              (draft.departure?.trim().length ?? 0) >= shortestDepartureReason &&
              set(draft.departing, draft.departure?.trim())
            }
            input={{ maxLength: 200, autoComplete: 'off' }}
          />
        </div>
      )}
      <StepMark entry={entry} />
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
      <Conflict
        entry={entry}
        mine={entry?.order.type === 'setUrgency' ? urgencyNames[entry.order.urgency] : ''}
        theirs={detail?.urgency && urgencyNames[detail.urgency]}
        onKeepMine={(seen) => entry && orders.give('urgency', entry.order, seen)}
        onTakeTheirs={() => entry && orders.giveUp(entry.commandId)}
      />
    </>
  );
}
