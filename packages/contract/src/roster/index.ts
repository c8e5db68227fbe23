export { DutyEntry, DutyPerson, getDutyList, postDutyList } from './duty-list.ts';
export { rosterRefusals } from './texts.nb.ts';
