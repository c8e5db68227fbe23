import type { FigureOut } from '@vakthavende/contract/statistics';
import { DefinitionDetails } from './definition.tsx';
import { wholePercent } from './number-text.ts';
import { readingOf } from './reading.ts';
import { meetsRequirement, requiredPercent } from './requirement.ts';
import { type FigureId, figureNames, texts } from './texts.nb.ts';
import './statistics.css';

export interface FigureProps {
  readonly id: FigureId;
  readonly figure: FigureOut | undefined;
  readonly onOpen: (id: FigureId) => void;
}

/** A figure that stands by itself: large value, what it was counted from, what was missing, its definition, and the way to its rows. */
export function FigureCard(props: FigureProps & { readonly required?: boolean }) {
  const { id, figure } = props;
  const name = figureNames[id];
  const reading = figure && readingOf(id, figure);
  return (
    <article className="figure-card" aria-label={name}>
      <h2>{name}</h2>
      <p className="figure-value tabular">{reading?.value ?? '…'}</p>
      {figure?.kind === 'share' && (
        <ShareBar numerator={figure.numerator} denominator={figure.denominator} required={props.required ?? false} />
      )}
      {props.required && figure?.kind === 'share' && <Verdict numerator={figure.numerator} denominator={figure.denominator} />}
      <p className="figure-words">{reading?.words}</p>
      {reading?.missing && <p className="figure-missing">{reading.missing}</p>}
      <footer>
        <button type="button" className="link-button" aria-label={texts.openRows(name)} onClick={() => props.onOpen(id)}>
          {texts.rows}
        </button>
        <DefinitionDetails id={id} />
      </footer>
    </article>
  );
}

/** Sign and words beside the colour. */
function Verdict(share: { readonly numerator: number; readonly denominator: number }) {
  const met = meetsRequirement(share);
  return (
    <p className="verdict" data-met={met}>
      <span aria-hidden="true">{met === undefined ? '' : met ? '✓ ' : '▼ '}</span>
      {met === undefined ? texts.requirementNone : met ? texts.requirementMet : texts.requirementMissed}
    </p>
  );
}

/** Drawn beside the percentage that says the same. */
export function ShareBar(props: { readonly numerator: number; readonly denominator: number; readonly required?: boolean }) {
  const percent = wholePercent(props.numerator, props.denominator);
  return (
    <span className="share-bar" aria-hidden="true" data-none={percent === undefined}>
      <span className="share-fill" style={{ inlineSize: `${percent ?? 0}%` }} />
      {props.required && <span className="share-required" style={{ insetInlineStart: `${requiredPercent}%` }} />}
    </span>
  );
}
