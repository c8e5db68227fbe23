import type { Pack } from '@vakthavende/core/triage';
import { type Assessment, toggled } from './assessment.ts';
import { KeyGroup } from './key-group.tsx';
import { texts } from './texts.nb.ts';

const noneKey = 'none';

/** Asked first, whatever the complaint: one key says no to all, a digit says yes to one. */
export function VitalQuestions(props: {
  readonly pack: Pack;
  readonly assessment: Assessment;
  readonly onAnswer: (answer: Assessment, done: boolean) => void;
}) {
  const { assessment, onAnswer } = props;
  const none = () => onAnswer({ ...assessment, vitalAsked: true, vital: [] }, true);
  const take = (value: string) =>
    value === noneKey ? none() : onAnswer({ ...assessment, vitalAsked: true, vital: toggled(assessment.vital, value) }, false);
  return (
    <KeyGroup
      label={texts.vital}
      hint={texts.vitalHint}
      step="vital"
      options={[
        { value: noneKey, label: texts.noneOfThese, keys: '0' },
        ...props.pack.vitalQuestions.map((question, index) => ({
          value: question.id,
          label: question.text,
          keys: index < 9 ? String(index + 1) : '',
        })),
      ]}
      chosen={assessment.vital.length > 0 ? assessment.vital : assessment.vitalAsked ? [noneKey] : []}
      onTake={take}
      // Enter on an answered list goes on; on one not asked it would be an answer nobody gave.
      onEnter={() => (assessment.vitalAsked ? onAnswer(assessment, true) : undefined)}
    />
  );
}
