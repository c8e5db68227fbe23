import { type Instant, type LocalDate, osloDate, second } from '../kernel/index.ts';
import { type CallState, contactsOf, legsOf } from './call.ts';
import { abandonmentOf, answerOf, type Leg, legStart, legStatus } from './leg.ts';

/** The unit under which a call counts once for the whole country. */
export const national = 'national';

/**
 * What became of the call, for the unit that the fact is about.
 *
 * | outcome | in the denominator | |
 * |---|---|---|
 * | answered | yes | an operator answered |
 * | abandonedWaiting | yes | rang at an operator, the caller gave up (or the line ended) unanswered |
 * | overflowed | yes | not answered here, sent to the partner centre |
 * | transferred | yes | sent on unanswered: to AMK, a doctor, another centre |
 * | open | yes | has rung and is not answered so far; also a call whose end was never reported |
 * | abandonedInMessage | no | hung up before it rang at an operator |
 * | openInMessage | no | offered, and has not rung so far; also when nothing more was ever reported |
 */
export type CallOutcome = 'answered' | 'abandonedWaiting' | 'abandonedInMessage' | 'overflowed' | 'transferred' | 'open' | 'openInMessage';

/** One flat row per call and unit: from these rows, and nothing else, the telephone figures are counted. */
export interface CallFact {
  /** `callId:unit`. */
  readonly factId: string;
  /** `national`, or the id of the call centre. */
  readonly unit: string;
  readonly callId: string;
  /** The leg that decided the outcome. */
  readonly legId?: string | undefined;
  /** Date in Norway of `offeredAt`. */
  readonly day: LocalDate;
  /** First offered to the unit; the first other report of it while that one is on its way. */
  readonly offeredAt: Instant;
  readonly outcome: CallOutcome;
  /**
   * Whole seconds begun (118.2 s is 119) from ringing at an operator until answered, so that "within 120 seconds" is the same
   * on the exact time. Absent: not answered, or the time is unknown.
   */
  readonly secondsToAnswer?: number | undefined;
  /** Links redials. Never leaves the server. */
  readonly callerHash?: string | undefined;
  /** The earlier call that this one repeats; set by `linkRedials`, since it takes more than one call to know. */
  readonly redialOf?: string | undefined;
  readonly contactIds: readonly string[];
  /** PlaceId from the network. */
  readonly place?: string | undefined;
  /** Written down by an operator, not reported by the exchange. */
  readonly byHand: boolean;
}

/**
 * The facts of a call: one for the nation and one for each centre that it was offered to.
 *
 * Rules, after the Directorate of Health's "Anrop og svartid - Legevakt"
 * (helsedirektoratet.no/statistikk/legevakt-anrop-og-svartid, 8 June 2023):
 * - calls to 116117 and to local eight-digit numbers count alike;
 * - answer time runs "from it rings at the operator in the call centre until the call is answered by the operator";
 *   recorded messages and menu choices do not count;
 * - shares are "of all calls", and all calls are answered and unanswered together. 113 is measured otherwise: do not reuse this.
 *
 * Choices where the definition is silent, made so that no arrangement makes a caller's wait disappear:
 * - A call counts once nationally and once in each centre, also when it comes back to a centre: all its legs there are read as one.
 * - A hang-up before it rang at an operator is kept apart and not in the denominator. It is the only exception: a call that
 *   overflows or is sent on during the message stays in the centre's denominator.
 * - Overflow: nationally the time runs from the first ringing at any operator, through the partner, to the answer. The centre that
 *   let it go has an unanswered call; the partner's time starts at its own ringing. A caller who rang at one centre and hangs up in
 *   the partner's message has waited: `abandonedWaiting` nationally, `abandonedInMessage` at the partner.
 * - Transfer after an answer changes nothing: the call was answered. Another centre gets its own leg.
 * - Callback: the caller keeps the place and the clock runs on until an operator speaks with them.
 * - A redial is a new call (see `linkRedials`).
 * - Answered without a reported ringing, or before it (clocks that disagree): answered, time unknown; in the denominator,
 *   in no numerator that needs the time, and counted as unknown. So is a call registered by hand.
 * - A call that never ends is answered, or open: never guessed.
 */
export function callFacts(call: CallState): readonly CallFact[] {
  const legs = legsOf(call).toSorted((a, b) => (legStart(a) ?? 0) - (legStart(b) ?? 0) || (a.legId < b.legId ? -1 : 1));
  const centres = [...new Set(legs.flatMap((leg) => leg.offered?.centreId ?? []))];
  if (legs.length === 0) return [];
  return [
    fact(call, national, legs),
    ...centres.map((centre) =>
      fact(
        call,
        centre,
        legs.filter((leg) => leg.offered?.centreId === centre),
      ),
    ),
  ];
}

/** Is the call in the denominator of the Directorate's shares? */
export function isCounted(fact: CallFact): boolean {
  return fact.outcome !== 'abandonedInMessage' && fact.outcome !== 'openInMessage';
}

function fact(call: CallState, unit: string, legs: readonly Leg[]): CallFact {
  const { outcome, leg } = outcomeOf(legs, unit === national);
  const offeredAt = Math.min(...legs.flatMap((one) => legStart(one) ?? [])) as Instant; // The least of instants is one.
  const offers = legs.flatMap((one) => one.offered ?? []);
  return {
    factId: `${call.callId}:${unit}`,
    unit,
    callId: call.callId,
    legId: leg?.legId,
    day: osloDate(offeredAt),
    offeredAt,
    outcome,
    secondsToAnswer: outcome === 'answered' ? secondsToAnswer(legs) : undefined,
    callerHash: offers.find((offer) => offer.callerHash !== undefined)?.callerHash,
    contactIds: contactsOf(call),
    place: offers.find((offer) => offer.place !== undefined)?.place,
    byHand: call.legs.length === 0,
  };
}

interface Outcome {
  readonly outcome: CallOutcome;
  readonly leg?: Leg | undefined;
}

/** Legs in order of time. Nationally a leg that was sent to another centre has not met its end: the next leg has. */
function outcomeOf(legs: readonly Leg[], wholeCall: boolean): Outcome {
  const answered = firstAnswer(legs);
  if (answered) return { outcome: 'answered', leg: answered };
  const rang = legs.some((leg) => leg.ringing !== undefined);
  const abandoned = legs.findLast((leg) => abandonmentOf(leg) !== undefined);
  if (abandoned) {
    const waited = rang || abandonmentOf(abandoned)?.phase === 'waiting';
    return { outcome: waited ? 'abandonedWaiting' : 'abandonedInMessage', leg: abandoned };
  }
  const last = legs.at(-1);
  const status = last && legStatus(last);
  const stillInTheService = wholeCall && (status === 'overflowed' || last?.transferred?.to.kind === 'callCentre');
  if (!stillInTheService && (status === 'overflowed' || status === 'transferred')) return { outcome: status, leg: last };
  return { outcome: rang || status === 'queued' ? 'open' : 'openInMessage', leg: last };
}

function firstAnswer(legs: readonly Leg[]): Leg | undefined {
  return legs
    .filter((leg) => answerOf(leg) !== undefined)
    .toSorted((a, b) => (answerOf(a)?.occurredAt ?? 0) - (answerOf(b)?.occurredAt ?? 0))
    .at(0);
}

function secondsToAnswer(legs: readonly Leg[]): number | undefined {
  const leg = firstAnswer(legs);
  const answeredAt = leg && answerOf(leg)?.occurredAt;
  const rangAt = legs.flatMap((one) => one.ringing?.occurredAt ?? []);
  if (answeredAt === undefined || rangAt.length === 0) return undefined;
  const waited = answeredAt - Math.min(...rangAt);
  return waited < 0 ? undefined : Math.ceil(waited / second);
}
