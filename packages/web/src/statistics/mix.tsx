import type { FigureOut } from '@vakthavende/contract/statistics';
import type { ReactNode } from 'react';
import { type Bar, Bars } from '../ui/index.ts';
import { DefinitionDetails } from './definition.tsx';
import { countText, percentText } from './number-text.ts';
import { readingOf } from './reading.ts';
import { noClass } from './rows.ts';
import { type FigureId, figureNames, texts } from './texts.nb.ts';

export interface MixClass {
  readonly name: string;
  readonly mark?: ReactNode;
  readonly tone?: Bar['tone'];
}

/** How contacts divide into classes, with those that have none yet as a class of their own. Each opens to its rows. */
export function Mix(props: {
  readonly id: FigureId;
  readonly figure: FigureOut | undefined;
  readonly classes: Readonly<Record<string, MixClass>>;
  readonly onOpen: (id: FigureId, cls?: string) => void;
}) {
  const { id, figure, classes } = props;
  const mix = figure?.kind === 'mix' ? figure : undefined;
  const name = figureNames[id];
  const reading = mix && readingOf(id, mix);
  const bar = (key: string, cls: MixClass, value: number): Bar => ({
    key,
    value,
    tone: cls.tone ?? 'accent',
    text: `${countText(value)} · ${percentText(value, mix?.denominator ?? 0)}`,
    label: (
      <button type="button" className="link-button mix-class" onClick={() => props.onOpen(id, key)}>
        {cls.mark}
        {cls.name}
        <span className="ds-sr-only">{texts.openClass(name)}</span>
      </button>
    ),
  });
  const bars = Object.entries(classes).map(([key, cls]) => bar(key, cls, mix?.counts[key] ?? 0));
  const unset = mix && mix.missing > 0 ? [bar(noClass, { name: texts.missingClass, tone: 'quiet' }, mix.missing)] : [];
  return (
    <div className="mix">
      {mix ? (
        <Bars caption={name} headings={[texts.group, texts.count]} bars={[...bars, ...unset]} max={Math.max(1, mix.denominator)} />
      ) : (
        <p className="quiet">{texts.loading}</p>
      )}
      <p className="figure-words">
        {reading?.value} {reading?.words}
        {reading?.missing && <span className="figure-missing"> {reading.missing}</span>}
      </p>
      <footer>
        <button type="button" className="link-button" aria-label={texts.openRows(name)} onClick={() => props.onOpen(id)}>
          {texts.rows}
        </button>
        <DefinitionDetails id={id} />
      </footer>
    </div>
  );
}
