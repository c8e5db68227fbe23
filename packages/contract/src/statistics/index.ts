export {
  FigureDefinition,
  FigureOut,
  FigureRow,
  FiguresOut,
  getFigureDefinitions,
  getFigureRows,
  getFigures,
} from './figures.ts';
export { statisticsRefusals } from './texts.nb.ts';
