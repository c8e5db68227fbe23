import { Button } from '@digdir/designsystemet-react';
import { useDrafts } from '../../../drafts/index.ts';
import { Kbd, Toolbar, useKeys } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { useClinicContact } from './clinic-contact.ts';
import { type StepId, stepKeys, stepOfSlot } from './steps.ts';

/** The steps that make sense now, each with its key. What most often comes next stands out. */
export function StepBar(props: {
  readonly steps: readonly StepId[];
  readonly open: StepId | undefined;
  readonly onStart: (step: StepId) => void;
}) {
  const { role, contactId } = useClinicContact();
  const written = useDraftedSteps(contactId);
  const label = (step: StepId) => (step === 'take' && role ? texts.takeAs(role) : texts.steps[step]);
  useKeys(
    props.steps.map((step) => ({
      keys: stepKeys[step],
      label: label(step),
      group: texts.contactKeysGroup,
      run: () => props.onStart(step),
    })),
  );
  return (
    <Toolbar label={texts.contact.steps}>
      {props.steps.map((step, index) => (
        <Button
          key={step}
          data-size="sm"
          variant={index === 0 ? 'primary' : 'secondary'}
          {...(step === 'acknowledge' ? { 'data-color': 'danger' as const } : {})}
          aria-keyshortcuts={stepKeys[step]}
          aria-expanded={props.open === step ? true : undefined}
          onClick={() => props.onStart(step)}
        >
          {label(step)}
          {written.has(step) && (
            <span className="lv-drafted">
              ✎<span className="ds-sr-only"> {texts.contact.hasDraft}</span>
            </span>
          )}
          <Kbd keys={stepKeys[step]} />
        </Button>
      ))}
    </Toolbar>
  );
}

/** Steps that something is written in and not sent. */
function useDraftedSteps(contactId: string): ReadonlySet<StepId | undefined> {
  const prefix = `legevakt:${contactId}:`;
  return new Set(useDrafts(prefix).map((draft) => stepOfSlot(draft.key.slice(prefix.length))));
}
