export { type DutyListCommand, type DutyListRefusal, decideDutyList, latestEnd, oldestEnd } from './decide-duty-list.ts';
export { coveredTime, type Duty, type DutyLevel, type EnteredDuty } from './duty.ts';
export { type DutyList, type DutyListEvent, emptyDutyList, evolveDutyList } from './duty-list.ts';
export { dutiesOn, type UsualDuty, usualDuty } from './duty-times.ts';
export { byStart, type Covering, onDuty, uncovered } from './on-duty.ts';
