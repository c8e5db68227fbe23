export { demoList, seedDemoArea } from './demo-area.ts';
export { helsenorgeList } from './helsenorge-content.ts';
export { importHelsenorge } from './import-file.ts';
export { createRegisters, type Registers } from './registers.ts';
export { type OrganisationDeps, organisationRoutes } from './routes.ts';
export { setLiveList } from './store.ts';
