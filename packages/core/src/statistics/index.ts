export {
  type CountResult,
  type Definition,
  type Fact,
  type Figure,
  type FigureResult,
  type Inclusion,
  isCallFact,
  type MedianResult,
  type MixResult,
  type RatioResult,
  type ShareResult,
} from './figure.ts';
export {
  addFact,
  emptyPartials,
  figureOf,
  figures,
  figuresVersion,
  mergePartials,
  type Partials,
  partialsOf,
  results,
} from './partials.ts';
