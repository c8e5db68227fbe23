export { HourChart, PieceChart } from './call-charts.tsx';
export { csvOf, download } from './csv.ts';
export { DefinitionList } from './definition.tsx';
export { FigureCard, type FigureProps, ShareBar } from './figure-card.tsx';
export { FigureLines } from './figure-line.tsx';
export { Mix, type MixClass } from './mix.tsx';
export {
  choiceFromAddress,
  choiceInAddress,
  chosenDays,
  hasNext,
  includes,
  lengthOf,
  longestPeriod,
  type Period,
  type PeriodChoice,
  periodOf,
  resized,
  shifted,
  today,
} from './period.ts';
export { periodText } from './period-text.ts';
export { type Reading, readingOf } from './reading.ts';
export { type ColumnOptions, callColumns, colour, contactColumns, nameIn } from './row-columns.tsx';
export { callsCsv, contactsCsv } from './row-csv.ts';
export { type CallRow, type ContactFactRow, noClass, ofClass, reference, rowKey, type ShownRow } from './rows.ts';
export { type FigureId, figureNames, isFigureId, texts as figureTexts } from './texts.nb.ts';
export { mostDaysOfRows, useFigures, useRows } from './views.ts';
