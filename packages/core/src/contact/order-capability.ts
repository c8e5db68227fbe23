import type { Capability } from '../organisation/index.ts';
import type { ContactOrder } from './commands.ts';

/** What one must be allowed at one of the contact's units to order a step. Steps of the pager itself are no person's. */
export const orderCapability: Readonly<Record<ContactOrder['type'], Capability | 'pagerOnly'>> = {
  openContact: 'handleContact',
  correctChannel: 'handleContact',
  linkCall: 'handleContact',
  unlinkCall: 'handleContact',
  stateCaller: 'handleContact',
  identifyPatient: 'handleContact',
  statePlace: 'handleContact',
  stateReason: 'handleContact',
  setUrgency: 'handleContact',
  decideAction: 'handleContact',
  giveAdvice: 'handleContact',
  expectAtClinic: 'handleContact',
  promiseCallback: 'handleContact',
  holdConference: 'handleContact',
  offerHandover: 'handleContact',
  confirmHandover: 'handleContact',
  arrive: 'handleContact',
  take: 'treat',
  handOver: 'treat',
  returnToWaiting: 'treat',
  writeNote: 'handleContact',
  addTask: 'handleContact',
  completeTask: 'handleContact',
  sendPage: 'pagerOnly',
  reportPage: 'pagerOnly',
  acknowledge: 'answerForRed',
  escalatePage: 'pagerOnly',
  adviseEmcConference: 'pagerOnly',
  close: 'closeContact',
  reopen: 'closeContact',
};

/** Triage on arrival is the clinic's: beside the role that handles contacts, one must treat. */
export function capabilityFor(order: ContactOrder): Capability | 'pagerOnly' {
  return order.type === 'setUrgency' && order.axis === 'clinic' ? 'treat' : orderCapability[order.type];
}
