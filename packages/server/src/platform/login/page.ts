import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { loginTexts } from './texts.nb.ts';

/** Text that is HTML already; all else is escaped when it goes into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Escapes every value that is not `Html`. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Html | readonly Html[])[]): Html {
  return new Html(parts.reduce((all, part, index) => `${all}${shown(values[index - 1] ?? '')}${part}`));
}

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Trusted script of our own; runs by the page's nonce. */
  readonly script?: string;
}

/** A whole page that loads nothing from anywhere, with the policy that says so. */
export function renderPage(page: Page): { readonly text: string; readonly headers: Readonly<Record<string, string>> } {
  const nonce = randomBytes(16).toString('base64');
  const document = html`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} – ${loginTexts.product}</title>
<style nonce="${nonce}">${new Html(style)}</style>
</head>
<body>
<header><p>${loginTexts.product}</p></header>
<main>
<h1>${page.title}</h1>
${page.body}
</main>
${page.script === undefined ? '' : html`<script nonce="${nonce}">${new Html(page.script)}</script>`}
</body>
</html>`;
  return {
    text: document.text,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    },
  };
}

export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  const { text, headers } = renderPage(page);
  return reply.code(status).headers(headers).send(text);
}

function shown(value: string | number | Html | readonly Html[]): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((part) => part.text).join('');
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Contrast is at least 4.5 : 1 for text and 3 : 1 for edges, light and dark. */
const style = `
:root { color-scheme: light dark; --ground: #f4f5f6; --card: #fff; --ink: #1e2b3c; --quiet: #4a5766; --edge: #68707c; --accent: #0062ba; --on-accent: #fff; --hover: #e6f0f9 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #11161d; --card: #1a212b; --ink: #e8ebef; --quiet: #b5bec9; --edge: #7d8794; --accent: #7cb8f2; --on-accent: #10161d; --hover: #243140 }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 Inter, system-ui, sans-serif }
header { background: var(--card); border-bottom: 1px solid var(--edge); padding: .5rem 1.5rem }
header p { margin: 0; font-weight: 600 }
main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem }
p { margin: 0 0 1rem }
label { display: block; font-weight: 600; margin-bottom: .25rem }
.quiet { color: var(--quiet) }
input[type=search] { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 4px; padding: .5rem .75rem; margin-bottom: .25rem }
ul { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: .375rem }
.person { width: 100%; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; text-align: left; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 4px; padding: .5rem .75rem; cursor: pointer }
.person:hover { background: var(--hover) }
.person .name { font-weight: 600 }
.action { display: inline-block; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: 4px; padding: .5rem 1rem; text-decoration: none; cursor: pointer }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
[hidden] { display: none }
`;
