import type { onSendHookHandler } from 'fastify';

/** Nothing is fetched from elsewhere and nothing may frame us. The design system sets styles from script, hence `unsafe-inline` for styles alone. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  // The provider is sent to by a form on some browsers' terms; it may be another site.
  "form-action 'self' https:",
].join('; ');

/** A login page of our own brings its stricter policy; it is left as it is. */
export function securityHeaders(demo: boolean): onSendHookHandler {
  return (request, reply, payload, done) => {
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', contentSecurityPolicy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    if (!demo) reply.header('strict-transport-security', 'max-age=31536000');
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  };
}
