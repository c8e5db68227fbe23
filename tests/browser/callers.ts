import type { Instant } from '@vakthavende/core/kernel';
import { ask, exchangeKey } from '../http/house.ts';

export interface Caller {
  readonly callId: string;
  readonly number: string;
  /** As the queue writes it: `913 00 117`. */
  readonly shown: string;
  readonly hangsUp: () => Promise<void>;
}

/** The telephone exchange: it reports what callers do. */
export interface Callers {
  /** Offered to the centre that serves the place, and ringing at the operators. */
  readonly rings: (call: { readonly place?: string; readonly number?: string }) => Promise<Caller>;
  readonly answersFor: (caller: Caller, operatorId: string) => Promise<void>;
}

export function callersOf(url: string, now: () => Instant): Callers {
  let rung = 0;
  const report = async (callId: string, events: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
    const occurredAt = new Date(now()).toISOString();
    const whole = events.map((event) => ({
      eventId: `${callId}-${String(event.kind)}`,
      callId,
      legId: `${callId}-1`,
      occurredAt,
      ...event,
    }));
    const answer = await ask(`${url}/api/exchange/events`, {
      body: JSON.stringify({ events: whole }),
      headers: { authorization: `Bearer ${exchangeKey}` },
    });
    const refused =
      answer.status === 200 ? answer.body.answers.filter((one: { status: string }) => one.status !== 'accepted') : [answer.text];
    if (refused.length > 0) throw new Error(`The exchange was refused: ${JSON.stringify(refused)}`);
  };
  return {
    rings: async ({ place = '4647', number }) => {
      rung += 1;
      const callId = `caller-${rung}`;
      const own = number ?? `900${String(10_000 + rung)}`;
      await report(callId, [{ kind: 'offered', callerNumber: `+47${own}`, place }, { kind: 'ringing' }]);
      return { callId, number: own, shown: phoneText(own), hangsUp: () => report(callId, [{ kind: 'ended' }]) };
    },
    answersFor: ({ callId }, operatorId) => report(callId, [{ kind: 'answered', operatorId }]),
  };
}

function phoneText(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3, 5)} ${number.slice(5)}`;
}
