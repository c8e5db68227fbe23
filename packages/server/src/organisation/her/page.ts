import { randomBytes } from 'node:crypto';
import { Html, html } from '../../platform/login/page.ts';
import { type HerTexts, herTexts, type Language, languages } from './texts.ts';

export interface HerPage {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** The address of this page without language, to show it in another: parameters in their order. */
  readonly query: Readonly<Record<string, string>>;
  readonly demo: boolean;
  /** Trusted script of our own, run by the page's nonce; the page is whole without it. */
  readonly script?: string;
  /** A link with more weight under it: what is being told comes before 113 has scrolled away, never above it. */
  readonly status?: number;
}

/** A whole page that loads nothing from anywhere. 113 stands first on every one of them. */
export function renderHer(page: HerPage): { readonly text: string; readonly headers: Readonly<Record<string, string>> } {
  const nonce = randomBytes(16).toString('base64');
  const texts = herTexts[page.language];
  const { text } = html`<!doctype html>
<html lang="${texts.htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} – 116117</title>
<style nonce="${nonce}">${new Html(style)}</style>
</head>
<body>
${emergencyBar(texts)}
${page.demo ? html`<aside class="demo"><p>${texts.demo}</p></aside>` : ''}
<main>
${page.body}
</main>
<footer>
<nav aria-label="${texts.languageNav}"><ul>${languages.map((each) => languageLink(each, page))}</ul></nav>
<p>${texts.about}</p>
</footer>
${page.script === undefined ? '' : html`<script nonce="${nonce}">${new Html(page.script)}</script>`}
</body>
</html>`;
  return {
    text,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  };
}

function emergencyBar(texts: HerTexts): Html {
  return html`<header class="emergency">
<p><strong>${texts.emergency}</strong> <span>${texts.emergencyWhen}</span></p>
<a class="call" href="tel:113">${texts.call('113')}</a>
</header>`;
}

function languageLink(language: Language, page: HerPage): Html {
  const { name, htmlLang } = herTexts[language];
  if (language === page.language) return html`<li><span lang="${htmlLang}" aria-current="true">${name}</span></li>`;
  return html`<li><a lang="${htmlLang}" hreflang="${htmlLang}" href="${addressOf({ ...page.query, sprak: language })}">${name}</a></li>`;
}

/** An address of this page; empty parameters are left out. */
export function addressOf(query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '/her' : `/her?${text}`;
}

/** Contrast is at least 4.5 : 1 for text and 3 : 1 for edges, light and dark; targets are 44 px high at the least. */
const style = `
:root { color-scheme: light dark; --ground: #f2f4f7; --card: #fff; --ink: #16202c; --quiet: #46525f; --edge: #6b7683; --line: #d5dbe2; --accent: #0b5cad; --on-accent: #fff; --red: #b3121d; --on-red: #fff; --go: #0f6b3c; --go-soft: #e4f4ea; --warn-soft: #fff3d6; --warn: #6b4700 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0f141b; --card: #19212b; --ink: #eaeef3; --quiet: #b7c1cc; --edge: #8a95a3; --line: #303b48; --accent: #86bdf5; --on-accent: #0b1520; --red: #c2202b; --on-red: #fff; --go: #7fd8a4; --go-soft: #16301f; --warn-soft: #352a10; --warn: #f3d48a }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif }
p { margin: 0 }
.emergency { background: var(--red); color: var(--on-red); padding: .75rem max(1rem, calc(50vw - 17rem)); display: flex; gap: .75rem 1rem; align-items: center; justify-content: space-between }
.emergency p { font-size: .9375rem; line-height: 1.35 }
.emergency strong { display: block; font-size: 1.0625rem }
.call { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; padding: .5rem 1.125rem; border-radius: 999px; font-weight: 700; text-decoration: none; white-space: nowrap; background: var(--accent); color: var(--on-accent) }
.emergency .call { background: #fff; color: #8f0d16; font-size: 1.125rem }
.demo { background: var(--warn-soft); color: var(--warn); padding: .625rem max(1rem, calc(50vw - 17rem)); font-size: .9375rem }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 1rem; display: grid; gap: 1rem }
h1 { font-size: clamp(1.5rem, 6vw, 2rem); line-height: 1.15; letter-spacing: -.01em; margin: 0 }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 0 }
h3 { font-size: 1.0625rem; margin: 0 }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.125rem; display: grid; gap: .75rem }
.card.first { border: 2px solid var(--accent) }
.big { font-size: 1.25rem; padding: .625rem 1.5rem; width: 100% }
.quiet { color: var(--quiet); font-size: .9375rem }
.open { display: inline-block; justify-self: start; background: var(--go-soft); color: var(--go); border-radius: 999px; padding: .125rem .75rem; font-weight: 600; font-size: .9375rem }
.clinic { border-top: 1px solid var(--line); padding-top: .75rem; display: grid; gap: .375rem }
dl { margin: 0; display: grid; gap: .375rem }
dt { font-size: .875rem; color: var(--quiet) }
dd { margin: 0 }
a { color: var(--accent) }
label, .label { font-weight: 700; font-size: 1.25rem; display: block; line-height: 1.25 }
.small label { font-size: 1rem; font-weight: 600 }
input { width: 100%; min-height: 3rem; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: .5rem .875rem }
button, .button { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 3rem; font: inherit; font-weight: 700; border-radius: 10px; border: 2px solid var(--accent); background: var(--accent); color: var(--on-accent); text-decoration: none; cursor: pointer; padding: .5rem 1rem; text-align: center }
.plain { background: transparent; color: var(--accent) }
form { display: grid; gap: .75rem }
.choices { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem }
.choices a { display: flex; justify-content: space-between; gap: 0 1rem; flex-wrap: wrap; min-height: 3rem; align-items: center; background: var(--card); color: var(--ink); border: 1px solid var(--edge); border-radius: 10px; padding: .5rem .875rem; text-decoration: none; font-weight: 600 }
.choices a span { color: var(--quiet); font-weight: 400 }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; justify-content: space-between }
.row a { min-height: 2.75rem; display: inline-flex; align-items: center }
details summary { min-height: 2.75rem; display: flex; align-items: center; cursor: pointer; color: var(--accent); text-decoration: underline }
footer { max-width: 34rem; margin: 0 auto; padding: .5rem 1rem 2rem; color: var(--quiet); font-size: .875rem; display: grid; gap: .5rem }
footer ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem }
footer li > * { min-height: 2.75rem; display: inline-flex; align-items: center }
footer [aria-current] { font-weight: 700; color: var(--ink) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px }
.emergency :focus-visible { outline-color: #fff }
[hidden] { display: none !important }
@media (max-width: 26rem) { .emergency { align-items: stretch; flex-direction: column } }
`;
