import type { PageTarget } from '@vakthavende/core/contact';

/** A page as a gateway gets it. No patient is named: whoever reads the message opens the contact after logging in. */
export interface OutgoingPage {
  readonly pageId: string;
  readonly to: PageTarget;
  readonly text: string;
  /** Where the one paged says that they are at it. */
  readonly answerUrl: string;
}

/** Sends a page on its way; throws when the gateway does not take it. */
export interface PagerGateway {
  readonly channel: PageTarget['channel'];
  readonly send: (page: OutgoingPage) => Promise<void>;
}

/** How long a gateway may take to say that it has the message, in milliseconds; shorter than the time after which it is sent again. */
const gatewayTimeout = 8_000;

/**
 * The gateway as shipped: HTTP POST of `{id, channel, to, text, answerUrl}` with a bearer key, for SMS or voice by the operator's own provider.
 * A repeat carries the same id. Any 2xx is a yes.
 */
export function httpGateway(options: {
  readonly url: string;
  readonly key: string;
  readonly channel: 'sms' | 'voice';
  readonly timeout?: number;
}): PagerGateway {
  return {
    channel: options.channel,
    send: async (page) => {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: { authorization: `Bearer ${options.key}`, 'content-type': 'application/json', 'idempotency-key': page.pageId },
        body: JSON.stringify({
          id: page.pageId,
          channel: page.to.channel,
          to: page.to.address,
          text: page.text,
          answerUrl: page.answerUrl,
        }),
        signal: AbortSignal.timeout(options.timeout ?? gatewayTimeout),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`Gateway answered ${response.status}`);
    },
  };
}

/** The demonstration's telephones stand on the pager page, which reads the pages themselves: there is nothing to send. */
export const demoGateway: PagerGateway = { channel: 'demo', send: () => Promise.resolve() };
