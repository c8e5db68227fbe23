import type { FigureOut } from '@vakthavende/contract/statistics';
import { never } from '@vakthavende/core/kernel';
import { countText, minutesSecondsText, percentText, ratioText } from './number-text.ts';
import { counted, type FigureId, figureNouns, missingNotes, texts } from './texts.nb.ts';

/** A figure as it is read: the value, what it was counted from in words, and what was missing. */
export interface Reading {
  readonly value: string;
  /** `46 av 60 anrop`. Absent for a count, which says it all. */
  readonly words?: string | undefined;
  readonly missing?: string | undefined;
}

export function readingOf(id: FigureId, figure: FigureOut): Reading {
  const { numerator, denominator } = figureNouns[id];
  switch (figure.kind) {
    case 'count':
      return { value: countText(figure.count) };
    case 'share':
      return {
        value: percentText(figure.numerator, figure.denominator),
        words:
          figure.denominator === 0 ? texts.noneOf(denominator) : texts.ofWords(figure.numerator, counted(figure.denominator, denominator)),
        missing: missingNote(id, figure.missing),
      };
    case 'ratio':
      return {
        value: ratioText(figure.numerator, figure.denominator),
        words: texts.perWords(counted(figure.numerator, numerator), counted(figure.denominator, denominator)),
      };
    case 'median':
      return {
        value: minutesSecondsText(figure.seconds),
        words: texts.medianOf(counted(figure.known, denominator)),
        missing: missingNote(id, figure.missing),
      };
    case 'mix':
      return {
        value: countText(figure.denominator),
        words: figure.denominator === 1 ? denominator.one : denominator.many,
        missing: missingNote(id, figure.missing),
      };
    default:
      return never(figure);
  }
}

function missingNote(id: FigureId, missing: number): string | undefined {
  return missing === 0 ? undefined : missingNotes[id]?.(missing);
}
