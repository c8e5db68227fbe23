/**
 * The address that browsers use. A server on a free port knows it only when it listens, so it is asked for, not given.
 * Plain HTTP is let through on this machine only: elsewhere cookies and tokens would cross the network in the open.
 */
export interface BaseUrl {
  readonly origin: string;
  readonly host: string;
  readonly secure: boolean;
  readonly loopback: boolean;
}

export function parseBaseUrl(text: string): BaseUrl {
  const url = new URL(text);
  const secure = url.protocol === 'https:';
  const loopback = isLoopback(url);
  if (!secure && !loopback) throw new Error(`Adressen ${url.origin} må være https: innlogging uten TLS er bare tillatt på egen maskin.`);
  return { origin: url.origin, host: url.host, secure, loopback };
}

export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(url.hostname);
}
