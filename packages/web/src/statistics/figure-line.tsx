import { DefinitionDetails } from './definition.tsx';
import { type FigureProps, ShareBar } from './figure-card.tsx';
import { readingOf } from './reading.ts';
import { figureNames, texts } from './texts.nb.ts';

/** Figures under each other, one a line, in a list that a screen reader counts. */
export function FigureLines(props: { readonly label: string; readonly lines: readonly FigureProps[] }) {
  return (
    <ul className="figure-lines" aria-label={props.label}>
      {props.lines.map((line) => (
        <FigureLine key={line.id} {...line} />
      ))}
    </ul>
  );
}

function FigureLine({ id, figure, onOpen }: FigureProps) {
  const name = figureNames[id];
  const reading = figure && readingOf(id, figure);
  return (
    <li>
      <span className="line-name">
        <button type="button" className="link-button" aria-label={texts.openRows(name)} onClick={() => onOpen(id)}>
          {name}
        </button>
      </span>
      <span className="line-value tabular">{reading?.value ?? '…'}</span>
      <span className="line-bar">
        {figure?.kind === 'share' && <ShareBar numerator={figure.numerator} denominator={figure.denominator} />}
      </span>
      <span className="line-words">
        {reading?.words}
        {reading?.missing && <span className="figure-missing"> {reading.missing}</span>}
      </span>
      <DefinitionDetails id={id} />
    </li>
  );
}
