import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@vakthavende/core/kernel';

/**
 * What we ask of the telephone exchange, which is somebody else's: to connect an operator to a waiting leg, and to hang up.
 * It answers by reporting what happened (`answered`, `ended`); until then nothing has.
 */
export interface ExchangeGateway {
  readonly connect: (leg: { readonly callId: string; readonly legId: string; readonly operatorId: string }) => Promise<void>;
  readonly hangUp: (call: { readonly callId: string; readonly legIds: readonly string[]; readonly operatorId: string }) => Promise<void>;
}

const exchangeTimeout = 5_000;

/** HTTP POST of `{callId, legId, operatorId}` to `<url>/connect`, and of `{callId, legIds, operatorId}` to `<url>/hang-up`, with a bearer key. */
export function httpExchange(options: { readonly url: string; readonly key: string }): ExchangeGateway {
  const post = async (path: string, body: unknown): Promise<void> => {
    const response = await fetch(`${options.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${options.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(exchangeTimeout),
    });
    if (!response.ok) throw new Error(`Exchange answered ${response.status}`);
  };
  return { connect: (leg) => post('/connect', leg), hangUp: (call) => post('/hang-up', call) };
}

/** The demonstration's exchange: connects and hangs up within a moment, and reports it by the same door as any other. */
export function demoExchange(report: (events: readonly unknown[]) => Promise<unknown>, clock: () => Instant): ExchangeGateway {
  const event = (kind: string, leg: { readonly callId: string; readonly legId: string }) => ({
    eventId: randomUUID(),
    callId: leg.callId,
    legId: leg.legId,
    kind,
    occurredAt: new Date(clock()).toISOString(),
  });
  return {
    connect: async (leg) => {
      await pause(250);
      await report([{ ...event('answered', leg), operatorId: leg.operatorId }]);
    },
    hangUp: async ({ callId, legIds }) => {
      await report(legIds.map((legId) => event('ended', { callId, legId })));
    },
  };
}
