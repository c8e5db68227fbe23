export { type DemoDutyDeps, seedDemoDutyList } from './demo-duty-list.ts';
export { type DutyListJournal, dutyListKind, dutyListStream } from './duty-list-stream.ts';
export { type RosterDeps, rosterRoutes } from './routes.ts';
export { onDutyAt, type PersonOnDuty } from './views.ts';
