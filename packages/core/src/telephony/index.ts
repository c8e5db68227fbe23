export {
  type ByHand,
  type CallEvent,
  type CallState,
  type Connection,
  type ContactLink,
  contactsOf,
  evolveCall,
  type HangUp,
  handLeg,
  legsOf,
  noCall,
  unrouted,
} from './call.ts';
export { type CallFact, type CallOutcome, callFacts, isCounted, national } from './call-fact.ts';
export { type CallCommand, type CallRefusal, clockTolerance, connectingTime, decideCall, earliestTime, holderOf } from './decide.ts';
export {
  type Abandoned,
  type AbandonPhase,
  type Answered,
  type DialledNumber,
  type Ended,
  type ExchangeEvent,
  type ExchangeEventKind,
  exchangeEventKinds,
  type Offered,
  type Overflowed,
  type Ringing,
  type Transferred,
  type TransferTarget,
} from './exchange-event.ts';
export { abandonmentOf, answerOf, type Leg, type LegStatus, legStart, legStatus } from './leg.ts';
export { linkRedials, redialWindow } from './redial.ts';
export { lostFor, silence } from './silence.ts';
