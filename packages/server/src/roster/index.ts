export { seedDemoDutyList } from './demo-duty-list.ts';
export { type RosterDeps, rosterRoutes } from './routes.ts';
export { onDutyAt, type PersonOnDuty } from './views.ts';
