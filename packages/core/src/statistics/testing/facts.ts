import fc from 'fast-check';
import { actionClasses, type ContactFact, channels } from '../../contact/index.ts';
import { instant, minute, osloDate } from '../../kernel/index.ts';
import type { CallFact, CallOutcome } from '../../telephony/index.ts';
import { urgencies } from '../../triage/index.ts';
import type { Fact } from '../figure.ts';

const openedAt = instant(Date.UTC(2026, 2, 11, 17));

const callOutcomes = [
  'answered',
  'answered',
  'answered',
  'abandonedWaiting',
  'abandonedInMessage',
  'overflowed',
  'transferred',
  'open',
  'openInMessage',
] as const satisfies readonly CallOutcome[];

/** A counted, answered call; a test states what it depends on. */
export function callFact(given: Partial<CallFact> = {}): CallFact {
  return {
    factId: 'c1:national',
    unit: 'national',
    callId: 'c1',
    legId: 'l1',
    day: osloDate(openedAt),
    offeredAt: openedAt,
    outcome: 'answered',
    secondsToAnswer: 30,
    callerHash: 'h1',
    contactIds: [],
    byHand: false,
    ...given,
  };
}

export function contactFact(given: Partial<ContactFact> = {}): ContactFact {
  return {
    factId: 'k1:national',
    unit: 'national',
    contactId: 'k1',
    day: osloDate(openedAt),
    openedAt,
    channel: 'patientPhones',
    callIds: [],
    lateEntries: 0,
    redPaged: false,
    ...given,
  };
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });

export const anyCallFact: fc.Arbitrary<CallFact> = fc
  .record({
    factId: fc.uuid(),
    outcome: fc.constantFrom(...callOutcomes),
    secondsToAnswer: maybe(
      fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 110, max: 130 }), fc.integer({ min: 590, max: 3600 })),
    ),
    callerHash: maybe(fc.constantFrom('h1', 'h2', 'h3')),
    redialOf: maybe(fc.constant('c0')),
    offeredAt: fc.integer({ min: 0, max: 400 }).map((minutes) => instant(openedAt + minutes * minute)),
  })
  .map((given) =>
    callFact({ ...given, callId: given.factId, secondsToAnswer: given.outcome === 'answered' ? given.secondsToAnswer : undefined }),
  );

export const anyContactFact: fc.Arbitrary<ContactFact> = fc
  .record({
    factId: fc.uuid(),
    closedAt: maybe(fc.constant(openedAt)),
    channel: fc.constantFrom(...channels),
    firstUrgencyTelephone: maybe(fc.constantFrom(...urgencies)),
    lastUrgency: maybe(fc.constantFrom(...urgencies)),
    firstAction: maybe(fc.constantFrom(...actionClasses)),
    lastAction: maybe(fc.constantFrom(...actionClasses)),
    lateEntries: fc.integer({ min: 0, max: 3 }),
  })
  .map(contactFact);

export const anyFact: fc.Arbitrary<Fact> = fc.oneof({ weight: 3, arbitrary: anyCallFact }, { weight: 1, arbitrary: anyContactFact });
export const anyFacts = fc.array(anyFact, { maxLength: 200 });
