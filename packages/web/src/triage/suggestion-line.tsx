import type { Suggestion } from '@vakthavende/core/triage';
import { UrgencyMark } from '../ui/index.ts';
import { texts } from './texts.nb.ts';

/** What the pack suggests and why, as it changes while the criteria are answered. */
export function SuggestionLine(props: { readonly suggestion: Suggestion | undefined }) {
  const { suggestion } = props;
  return (
    <output className="suggestion" data-urgency={suggestion?.urgency}>
      {suggestion ? (
        <>
          <span className="suggestion-mark">
            <span className="quiet">{texts.suggestion}</span> <UrgencyMark urgency={suggestion.urgency} text size="lg" />
          </span>
          <span className="suggestion-why">{why(suggestion)}</span>
          {suggestion.conferEmc && <strong className="suggestion-confer">{texts.confer}</strong>}
        </>
      ) : (
        <span className="quiet">{texts.noSuggestion}</span>
      )}
    </output>
  );
}

function why({ decidedBy }: Suggestion): string {
  return decidedBy.kind === 'otherwise' ? texts.otherwise(decidedBy.text) : texts.because(decidedBy.text);
}
