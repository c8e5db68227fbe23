import { createHash, randomUUID } from 'node:crypto';
import { fieldMessages } from '@vakthavende/contract/kernel';
import { type ExchangeAnswer, ExchangeEventIn, telephonyRefusals } from '@vakthavende/contract/telephony';
import { type Instant, instant } from '@vakthavende/core/kernel';
import { type Register, servedBy } from '@vakthavende/core/organisation';
import { type CallEvent, type CallRefusal, type CallState, decideCall, type ExchangeEvent, unrouted } from '@vakthavende/core/telephony';
import type { Pool } from '../platform/database.ts';
import type { Journal } from '../platform/journal.ts';
import { checked } from '../platform/parse.ts';
import { refusalText } from '../platform/problems.ts';
import { type Sealer, sealValue } from '../platform/seal.ts';
import { callStream } from './call-stream.ts';

export interface ExchangeDeps {
  readonly pool: Pool;
  readonly calls: Journal<CallState, CallEvent>;
  readonly sealer: Sealer;
  readonly register: () => Promise<Register>;
  readonly clock: () => Instant;
}

/** Takes what the exchange reports. Events of one call go one after the other, calls beside each other; the answers keep the order. */
export async function receiveEvents(deps: ExchangeDeps, events: readonly unknown[]): Promise<readonly ExchangeAnswer[]> {
  const byCall = Map.groupBy(
    events.map((event, index) => ({ event, index })),
    ({ event }) => callOf(event),
  );
  const answers: ExchangeAnswer[] = [];
  await Promise.all(
    [...byCall.values()].map(async (ofCall) => {
      for (const { event, index } of ofCall) answers[index] = await receiveEvent(deps, event);
    }),
  );
  return answers;
}

function callOf(event: unknown): string {
  return textOf(event, 'callId');
}

/** A field of what is not parsed yet, if it is text. */
function textOf(raw: unknown, field: string): string {
  const value: unknown = typeof raw === 'object' && raw !== null && field in raw ? Object(raw)[field] : undefined;
  return typeof value === 'string' ? value : '';
}

async function receiveEvent(deps: ExchangeDeps, raw: unknown): Promise<ExchangeAnswer> {
  const read = checked(ExchangeEventIn, raw);
  if (!read.success) return park(deps, raw, fieldMessages(read.error)[0] ?? { field: '', message: '' });
  const event = read.data;
  const routed = event.kind === 'offered' ? await routeOffer(deps, event) : { exchange: event, answer: {} };
  const outcome = await deps.calls.execute<CallRefusal>({
    stream: callStream(event.callId),
    commandId: `exchange:${event.eventId}`,
    bodyHash: createHash('sha256').update(JSON.stringify(event)).digest('base64url'),
    actor: 'exchange',
    now: deps.clock(),
    occurredAt: event.occurredAt,
    decide: (state) =>
      decideCall(state, {
        type: 'reportExchange',
        exchange: routed.exchange,
        commandId: event.eventId,
        actor: 'exchange',
        now: deps.clock(),
        occurredAt: event.occurredAt,
      }),
    answer: () => routed.answer,
  });
  if (outcome.kind === 'done') {
    // What was answered the first time: routed by the register as it was then.
    return {
      eventId: event.eventId,
      status: outcome.repeated ? 'repeated' : 'accepted',
      ...(outcome.answer as Pick<ExchangeAnswer, 'centreId' | 'gap'>),
    };
  }
  const refusal =
    outcome.refusal.code === 'command-reused' ? { code: 'event-reused', field: 'eventId', eventId: event.eventId } : outcome.refusal;
  return {
    eventId: event.eventId,
    status: 'refused',
    code: refusal.code,
    detail: refusalText(telephonyRefusals, refusal),
    ...('field' in refusal ? { field: refusal.field } : {}),
  };
}

type OfferedIn = Extract<ExchangeEventIn, { kind: 'offered' }>;

/** Which centre the leg reaches: as the exchange says where that centre exists, else as the register says for the place at that minute, else a stated gap. */
async function routeOffer(
  deps: ExchangeDeps,
  event: OfferedIn,
): Promise<{ readonly exchange: ExchangeEvent; readonly answer: Pick<ExchangeAnswer, 'centreId' | 'gap'> }> {
  const hash = event.callerNumber === undefined ? {} : { callerHash: deps.sealer.hash('phone', nationalNumber(event.callerNumber)) };
  const register = await deps.register();
  const route = event.centreId === undefined ? routeOf(register, event.place, event.occurredAt) : statedCentre(register, event.centreId);
  return { exchange: { ...event, ...hash, centreId: route.centreId }, answer: route };
}

/** A centre that the register does not know is on nobody's screen: its calls are shown to all who answer, as those without a receiver are. */
function statedCentre(register: Register, centreId: string): { readonly centreId: string; readonly gap?: string } {
  const known = [...register.callCentres, ...register.arrangements].some((receiver) => receiver.id === centreId);
  return known ? { centreId } : { centreId: unrouted, gap: 'centre-unknown' };
}

/** The receiver of a call from a place at an instant by one list: its call centre, else the service itself, else nobody. */
export function routeOf(register: Register, place: string | undefined, at: Instant): { readonly centreId: string; readonly gap?: string } {
  if (place === undefined) return { centreId: unrouted, gap: 'place-missing' };
  const served = servedBy(register, place, at);
  const gap = served.kind === 'gap' ? { gap: served.reason.code } : {};
  const service = served.kind === 'served' ? served.services[0].id : undefined;
  return { centreId: served.callCentre?.id ?? service ?? unrouted, ...gap };
}

/** Norwegian numbers are the same with and without the country code. */
export function nationalNumber(number: string): string {
  return number.replace(/^(\+|00)47(?=\d{8}$)/, '');
}

/** A message that cannot be understood is kept, sealed, with its reason; nothing is thrown away. */
async function park(deps: ExchangeDeps, raw: unknown, why: { readonly field: string; readonly message: string }): Promise<ExchangeAnswer> {
  const subject = `parked:${randomUUID()}`;
  const { key, wrapped } = deps.sealer.newKey();
  await deps.pool.query(
    `with k as (insert into keys.subject_key (subject, wrapped) values ($1, $2))
     insert into telephony.parked_event (code, field, sealed, subject) values ('invalid-request', $3, $4, $1)`,
    [subject, wrapped, why.field, sealValue(key, raw, subject)],
  );
  const eventId = textOf(raw, 'eventId').slice(0, 100);
  return { eventId, status: 'refused', code: 'invalid-request', field: why.field, detail: why.message };
}

/** Calls of tests and imports carry their own time; the live clock is the process's. */
export const systemClock = (): Instant => instant(Date.now());
