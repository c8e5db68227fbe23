import { type Suggestion, type Urgency, urgencies } from '@vakthavende/core/triage';
import { UrgencyMark } from '../ui/index.ts';
import { KeyGroup } from './key-group.tsx';
import { texts, urgencyKeys, urgencyLabels } from './texts.nb.ts';

/** Three keys for the urgency, as in Norwegian index: A akutt, H haster, V vanlig. Enter accepts what is suggested. */
export function UrgencyChoice(props: {
  readonly chosen: Urgency | undefined;
  readonly suggestion: Suggestion | undefined;
  readonly onTake: (urgency: Urgency) => void;
}) {
  const { suggestion } = props;
  return (
    <KeyGroup
      label={texts.urgency}
      hint={suggestion ? texts.urgencyHint : undefined}
      step="urgency"
      columns={3}
      options={urgencies.map((urgency) => ({
        value: urgency,
        label: urgencyLabels[urgency],
        keys: urgencyKeys[urgency],
        mark: <UrgencyMark urgency={urgency} size="sm" label="" />,
        detail: suggestion?.urgency === urgency ? `(${texts.suggestion.toLowerCase()})` : undefined,
      }))}
      chosen={props.chosen ? [props.chosen] : []}
      onTake={props.onTake}
      onEnter={suggestion ? () => props.onTake(suggestion.urgency) : undefined}
    />
  );
}
