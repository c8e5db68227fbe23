import { Button } from '@digdir/designsystemet-react';
import { outcomes } from '@vakthavende/core/contact';
import { outcomeNames, StepMark, StepRefusal } from '../../../contact/index.ts';
import { KeyGroup } from '../../../triage/index.ts';
import { Kbd } from '../../../ui/index.ts';
import type { Finish } from '../finishing.ts';
import { sentralKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

/** How it ends. The outcome follows the action unless another is chosen. */
export function FinishSection(props: { readonly finish: Finish; readonly onFinish: () => void }) {
  const { draft, edit, orders, go } = useForm();
  const { finish } = props;
  const chosen = finish.kind === 'close' ? finish.outcome : undefined;
  const entry = orders.entry('close');
  return (
    <Section name={texts.head.sections.finish}>
      <details className="outcome-details" open={draft.outcome !== undefined}>
        <summary data-step="outcome">
          {texts.outcome}
          {chosen && `: ${outcomeNames[chosen]}`}
        </summary>
        <KeyGroup
          label={texts.outcome}
          columns={2}
          options={outcomes.map((outcome) => ({ value: outcome, label: outcomeNames[outcome] }))}
          chosen={chosen ? [chosen] : []}
          onTake={(outcome) => {
            edit({ outcome: draft.outcome === outcome ? undefined : outcome });
            go('outcome');
          }}
        />
      </details>
      <div className="finish-line">
        <Button onClick={props.onFinish}>
          {finish.kind === 'close' ? texts.finishClose(outcomeNames[finish.outcome]) : texts.finishLeave[finish.because]}
        </Button>
        <Kbd keys={sentralKeys.finish} />
        <StepMark entry={entry} />
      </div>
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
    </Section>
  );
}
