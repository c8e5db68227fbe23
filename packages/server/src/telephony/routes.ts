import { createHash, timingSafeEqual } from 'node:crypto';
import { type CallCommandIn, getQueue, postCallCommand, postExchangeEvents } from '@vakthavende/contract/telephony';
import { can, type Staff } from '@vakthavende/core/organisation';
import { type CallCommand, type CallRefusal, type CallState, decideCall, legStatus, unrouted } from '@vakthavende/core/telephony';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../platform/problems.ts';
import { type Authenticate, allow, serve, staffOf } from '../platform/routes.ts';
import type { StaffNames } from '../platform/staff-names.ts';
import { callStream, centreOf } from './call-stream.ts';
import { type ExchangeDeps, nationalNumber, receiveEvents } from './exchange.ts';
import type { ExchangeGateway } from './exchange-gateway.ts';
import { callRow, queueRows, toQueueRow } from './views.ts';

export interface TelephonyDeps extends ExchangeDeps {
  readonly authenticate: Authenticate;
  readonly names: () => Promise<StaffNames>;
  /** Keys of the exchanges that may report; several while one is being changed. */
  readonly exchangeKeys: readonly string[];
  /** None: operators answer and hang up at the exchange's own client, and it reports so. */
  readonly exchange: ExchangeGateway | undefined;
  readonly warn: (what: string) => void;
}

export function telephonyRoutes(app: FastifyInstance, deps: TelephonyDeps): void {
  serve(app, postExchangeEvents, async ({ body, request }) => {
    if (!isExchangeKey(request.headers.authorization, deps.exchangeKeys)) throw new Refused({ code: 'exchange-key-wrong' });
    return { answers: [...(await receiveEvents(deps, body.events))] };
  });

  serve(app, getQueue, async ({ query, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    allow(staff, 'answerCalls', [query.unit]);
    const names = await deps.names();
    const now = deps.clock();
    const rows = await queueRows(deps.pool, query.unit, now);
    return { now, rows: rows.map((row) => toQueueRow(row, { sealer: deps.sealer, names })) };
  });

  serve(app, postCallCommand, async ({ params, body, request }) => {
    const staff = await staffOf(deps.authenticate, request);
    const command = await commandFor(deps, params.callId, { staff, body });
    const outcome = await deps.calls.execute<CallRefusal>({
      stream: callStream(params.callId),
      commandId: body.commandId,
      bodyHash: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
      actor: staff.staffId,
      now: command.now,
      occurredAt: command.occurredAt,
      decide: (state) => decideCall(state, command),
      answer: (_, sequence) => ({ sequence }),
    });
    const names = await deps.names();
    if (outcome.kind === 'refused') {
      const by = 'by' in outcome.refusal && outcome.refusal.by ? { by: names(outcome.refusal.by) } : {};
      throw new Refused({ ...outcome.refusal, ...by });
    }
    if (!outcome.repeated) askExchange(deps, staff.staffId, { body, call: outcome.state });
    const row = await callRow(deps.pool, params.callId, body.type === 'answerCall' ? body.legId : undefined);
    return {
      ...(outcome.answer as { readonly sequence: number }),
      ...(row ? { row: toQueueRow(row, { sealer: deps.sealer, names }) } : {}),
    };
  });
}

/** Nobody waits for the exchange: a click that it does not follow is free for others again after a while (`connectingTime`). */
function askExchange(deps: TelephonyDeps, operatorId: string, asked: { readonly body: CallCommandIn; readonly call: CallState }): void {
  const { body, call } = asked;
  const { callId } = call;
  const wish = () => {
    if (body.type === 'answerCall') return deps.exchange?.connect({ callId, legId: body.legId, operatorId });
    if (body.type === 'endCall' && !call.byHand) return deps.exchange?.hangUp({ callId, legIds: talkingLegs(call), operatorId });
    return undefined;
  };
  wish()?.catch(() => deps.warn(`exchange: did not take ${body.type}`));
}

function talkingLegs(call: CallState): readonly string[] {
  return call.legs.filter((leg) => legStatus(leg) === 'talking').map((leg) => leg.legId);
}

/** Authorised by role and by relation: the centre that the call is offered to must be one of the operator's. A call without a receiver is everybody's. */
async function commandFor(
  deps: TelephonyDeps,
  callId: string,
  asked: { readonly staff: Staff; readonly body: CallCommandIn },
): Promise<CallCommand> {
  const { staff, body } = asked;
  const now = deps.clock();
  const envelope = { commandId: body.commandId, actor: staff.staffId, now, occurredAt: now };
  if (body.type === 'registerByHand') {
    allow(staff, 'answerCalls', [body.centreId]);
    const { callerNumber, occurredAt, place, centreId } = body;
    const caller = callerNumber === undefined ? {} : { callerNumber, callerHash: deps.sealer.hash('phone', nationalNumber(callerNumber)) };
    return {
      ...envelope,
      type: 'registerByHand',
      centreId,
      dialled: '116117',
      ...caller,
      ...(place === undefined ? {} : { place }),
      occurredAt: occurredAt ?? now,
    };
  }
  const { state, units } = await deps.calls.load(callStream(callId));
  if (units.length === 0) throw new Refused({ code: 'call-unknown', field: 'callId' });
  if (!units.includes(unrouted)) allow(staff, 'answerCalls', units);
  else allow(staff, 'answerCalls');
  if (body.type === 'answerCall')
    return { ...envelope, type: 'answerCall', legId: body.legId, centreId: centreOfLeg(state, staff, body.legId) };
  if (body.type === 'endCall') return { ...envelope, type: 'endCall' };
  return { ...envelope, type: body.type, contactId: body.contactId };
}

/** Answering is for the centre that this leg is offered to, not for one that the call has left. */
function centreOfLeg(call: CallState, staff: Staff, legId: string): string {
  const leg = call.legs.find((one) => one.legId === legId);
  const centreId = leg && centreOf(leg);
  if (centreId === undefined || (centreId !== unrouted && !can(staff, 'answerCalls', [centreId])))
    throw new Refused({ code: 'no-such-leg', field: 'legId' });
  return centreId;
}

function isExchangeKey(header: string | undefined, keys: readonly string[]): boolean {
  const given = digest(header?.replace(/^Bearer /, '') ?? '');
  return keys.some((key) => timingSafeEqual(digest(key), given));
}

const digest = (text: string) => createHash('sha256').update(text).digest();
