import type { PublicAnswer, PublicClinic, PublicPlace } from '@vakthavende/contract/organisation';
import type { Instant } from '@vakthavende/core/kernel';
import { type Html, html } from '../../platform/login/page.ts';
import { addressOf, type HerPage } from './page.ts';
import { type HerTexts, herTexts, type Language } from './texts.ts';

interface Common {
  readonly language: Language;
  readonly demo: boolean;
}

interface Found {
  readonly asked: string;
  readonly rows: readonly PublicPlace[];
  readonly more: boolean;
}

/** Step one: say where you are. With what was found for a text that was written. */
export function choosePage({ language, demo }: Common, found?: Found): HerPage {
  const texts = herTexts[language];
  const none = found !== undefined && found.asked !== '' && found.rows.length === 0;
  return {
    language,
    demo,
    title: texts.title,
    query: { q: found?.asked ?? '' },
    script: locateScript,
    body: html`<h1>${texts.title}</h1>
<form class="card" action="/her" method="get" role="search">
<div><label for="q">${texts.where}</label><p class="quiet" id="hint">${texts.whereHint}</p></div>
<input id="q" name="q" type="search" maxlength="60" autocomplete="off" autocapitalize="words" enterkeyhint="search" aria-describedby="hint${none ? ' none' : ''}" value="${found?.asked ?? ''}">
${none ? html`<p id="none" role="alert">${texts.notFound(found.asked)}</p>` : ''}
<input type="hidden" name="sprak" value="${language}">
<button type="submit">${texts.search}</button>
</form>
<form id="locate" action="/her/posisjon" method="post" hidden data-locating="${texts.locating}" data-failed="${texts.locateFailed}">
<input type="hidden" name="sprak" value="${language}"><input type="hidden" name="posisjon" value="">
<button class="plain" type="submit">${texts.locate}</button>
<p class="quiet" role="status"></p>
</form>
${found && found.rows.length > 0 ? choices(texts, language, found) : ''}
${legevaktCard(texts)}`,
  };
}

function choices(texts: HerTexts, language: Language, { rows, more }: Found): Html {
  return html`<section aria-labelledby="choose"><h2 id="choose">${texts.choose}</h2>
<ul class="choices">${rows.map(
    (place) =>
      html`<li><a href="${addressOf({ sted: place.id, sprak: language })}">${place.name}${place.municipality === undefined ? '' : html`<span>${place.municipality}</span>`}</a></li>`,
  )}</ul>
${more ? html`<p class="quiet">${texts.more}</p>` : ''}</section>`;
}

/** Step two: confirm, or say which part of the municipality. */
export function confirmPage({ language, demo }: Common, place: PublicPlace, nearest: boolean): HerPage {
  const texts = herTexts[language];
  const sure = (id: string) => addressOf({ sted: id, ja: '1', sprak: language });
  const parts = place.parts.map((part) => html`<li><a href="${sure(part.id)}">${part.name}</a></li>`);
  return {
    language,
    demo,
    title: texts.confirm(place.name),
    query: { sted: place.id, ...(nearest ? { omtrent: '1' } : {}) },
    body: html`<h1>${parts.length > 0 ? texts.whichPart(place.name) : texts.confirm(fullName(place))}</h1>
${nearest ? html`<p class="quiet">${texts.nearest}</p>` : ''}
${
  parts.length > 0
    ? html`<ul class="choices">${parts}<li><a href="${sure(place.id)}">${texts.restOf(place.name)}</a></li></ul>`
    : html`<a class="button" href="${sure(place.id)}">${texts.yes}</a>`
}
<a class="button plain" href="${addressOf({ sprak: language })}">${texts.no}</a>
${legevaktCard(texts)}`,
  };
}

/** Step three: my legevakt, now or at a time that was asked for. */
export function answerPage({ language, demo }: Common, answer: PublicAnswer, asked: string | undefined): HerPage {
  const texts = herTexts[language];
  const place = fullName(answer.place);
  const time = (at: Instant) => clock(at, answer.at, texts.locale);
  return {
    language,
    demo,
    title: `${place} – ${texts.title}`,
    query: { sted: answer.place.id, ja: '1', tid: asked ?? '' },
    ...(asked === undefined && answer.changesAt !== undefined ? { script: renewScript(answer.changesAt - answer.at) } : {}),
    body: html`<div><h1>${asked === undefined ? texts.now(place) : place}</h1>
<div class="row"><p class="quiet">${texts.at(longTime(answer.at, texts.locale))}${answer.changesAt === undefined ? '' : `. ${texts.changes(time(answer.changesAt))}`}</p>
<a href="${addressOf({ sprak: language })}">${texts.change}</a></div></div>
${answer.kind === 'ownGp' ? ownGpCard(texts) : ''}
${answerCard(texts, answer, time)}
${timeForm(texts, language, answer, asked)}`,
  };
}

function ownGpCard(texts: HerTexts): Html {
  return html`<section class="card first" aria-labelledby="gp"><h2 id="gp">${texts.ownGpTitle}</h2><p>${texts.ownGpText}</p><p>${texts.thenLegevakt}</p></section>`;
}

function answerCard(texts: HerTexts, answer: PublicAnswer, time: (at: Instant) => string): Html {
  const [title, told] = headline(texts, answer);
  const first = answer.kind === 'ownGp' ? '' : ' first';
  return html`<section class="card${first}" aria-labelledby="legevakt"><h2 id="legevakt">${title}</h2>
${told === undefined ? '' : html`<p>${told}</p>`}
<a class="call big" href="tel:116117">${texts.call('116117')}</a>
<p class="quiet">${texts.callFirst} ${texts.legevaktWhen}</p>
${answer.localNumber === undefined ? '' : html`<dl><dt>${texts.localNumber}</dt><dd>${telephone(answer.localNumber)}</dd></dl>`}
${answer.clinics.map((clinic) => clinicPart(texts, clinic, time))}
${answer.kind === 'service' && answer.clinics.length === 0 ? html`<p>${texts.noClinic}</p>` : ''}
${answer.comments.map((comment) => html`<div class="clinic"><h3>${texts.comment}</h3><p lang="nb">${comment}</p></div>`)}
</section>`;
}

function headline(texts: HerTexts, { kind, service }: PublicAnswer): readonly [string, string | undefined] {
  if (kind === 'service') return [service ?? texts.serviceTitle, undefined];
  if (kind === 'ownGp') return [texts.legevaktNumber, undefined];
  return kind === 'gap' ? [texts.gapTitle, texts.gapText] : [texts.unknownTitle, texts.unknownText];
}

function clinicPart(texts: HerTexts, clinic: PublicClinic, time: (at: Instant) => string): Html {
  const { position } = clinic;
  // The phone's own map; nothing is asked of anybody from here.
  const map = position && `geo:${position.latitude},${position.longitude}?q=${position.latitude},${position.longitude}`;
  return html`<div class="clinic"><h3>${clinic.name}</h3>
<p class="open">${clinic.opensUntil === undefined ? texts.openNow : texts.openUntil(time(clinic.opensUntil))}</p>
${clinic.address === undefined ? '' : html`<dl><dt>${texts.address}</dt><dd>${clinic.address}</dd></dl>`}
${clinic.phone === undefined ? '' : html`<dl><dt>${texts.localNumber}</dt><dd>${telephone(clinic.phone)}</dd></dl>`}
${map === undefined ? '' : html`<p><a href="${map}">${texts.map}</a></p>`}</div>`;
}

function legevaktCard(texts: HerTexts): Html {
  return html`<section class="card" aria-labelledby="116117"><h2 id="116117">${texts.legevaktNumber}</h2><p>${texts.legevaktWhen}</p>
<a class="call big" href="tel:116117">${texts.call('116117')}</a></section>`;
}

function timeForm(texts: HerTexts, language: Language, answer: PublicAnswer, asked: string | undefined): Html {
  return html`<details${asked === undefined ? '' : ' open'}><summary>${texts.otherTime}</summary>
<form class="card small" action="/her" method="get"><label for="tid">${texts.otherTime}</label>
<input id="tid" name="tid" type="datetime-local" required value="${inputTime(answer.at)}">
<input type="hidden" name="sted" value="${answer.place.id}"><input type="hidden" name="ja" value="1"><input type="hidden" name="sprak" value="${language}">
<button type="submit">${texts.showTime}</button>
${asked === undefined ? '' : html`<a href="${addressOf({ sted: answer.place.id, ja: '1', sprak: language })}">${texts.backToNow}</a>`}
</form></details>`;
}

function fullName({ name, municipality }: PublicPlace): string {
  return municipality === undefined || name.includes(municipality) ? name : `${name}, ${municipality}`;
}

function telephone(number: string): Html {
  const shown = number.length === 8 ? number.replace(/(..)(?=.)/g, '$1 ').trim() : number;
  return html`<a href="tel:${number}">${shown}</a>`;
}

const zone = { timeZone: 'Europe/Oslo', hourCycle: 'h23' } as const;

/** The time of day, with the day where it is another one. */
function clock(at: Instant, now: Instant, locale: string): string {
  const day = (instant: Instant) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(instant);
  const hours = { ...zone, hour: '2-digit', minute: '2-digit' } as const;
  if (day(at) === day(now)) return new Intl.DateTimeFormat(locale, hours).format(at);
  return new Intl.DateTimeFormat(locale, { ...hours, weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

function longTime(at: Instant, locale: string): string {
  const parts = { ...zone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(at);
}

/** `2026-11-22T15:04` on the clock in Norway, as the field of a form has it. */
function inputTime(at: Instant): string {
  const text = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return text.replace(' ', 'T');
}

/** The position goes in the form's body, never in an address that a log or a history keeps. */
const locateScript = `
const form = document.getElementById('locate');
if (form && 'geolocation' in navigator) {
  form.hidden = false;
  const status = form.querySelector('[role=status]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    status.textContent = form.dataset.locating;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { form.elements.posisjon.value = coords.latitude.toFixed(4) + ',' + coords.longitude.toFixed(4); form.submit(); },
      () => { status.textContent = form.dataset.failed; document.getElementById('q').focus(); },
      { timeout: 10000, maximumAge: 60000 },
    );
  });
}`;

/** What is shown goes out of force: ask anew then, and when the phone wakes up after it. */
function renewScript(milliseconds: number): string {
  return `
const due = Date.now() + ${Math.max(60_000, Math.round(milliseconds))};
const renew = () => { if (!document.hidden && Date.now() >= due) location.reload(); };
setInterval(renew, 30000);
document.addEventListener('visibilitychange', renew);`;
}
