import { definitions } from './definitions.nb.ts';
import { type FigureId, figureNames, texts } from './texts.nb.ts';

/** What a figure counts, folded up until asked for. */
export function DefinitionDetails(props: { readonly id: FigureId }) {
  return (
    <details className="figure-definition">
      <summary>
        <span aria-hidden="true">{texts.definition}</span>
        <span className="ds-sr-only">{texts.definitionOf(figureNames[props.id])}</span>
      </summary>
      <DefinitionList id={props.id} />
    </details>
  );
}

export function DefinitionList(props: { readonly id: FigureId }) {
  const definition = definitions[props.id];
  const names = texts.definitionRows;
  const rows = (['population', 'numerator', 'denominator', 'missing', 'source'] as const).map(
    (key) => [key, names[key], definition[key]] as const,
  );
  return (
    <dl className="definition-list">
      {rows.map(([key, name, text]) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
