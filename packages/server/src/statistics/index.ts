export { callFactProjections, contactFactProjections } from './fact-projections.ts';
export { callFactColumns, callFactRow, contactFactColumns, contactFactRow } from './fact-rows.ts';
export { type StatisticsDeps, statisticsRoutes } from './routes.ts';
export { type Settling, settle, startSettling } from './settle.ts';
export { figureRowsOf, figuresOf, type Period } from './views.ts';
