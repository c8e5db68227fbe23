export { DutyEntry, getDutyList, postDutyList } from './duty-list.ts';
