import { Html, html, type Page } from '../page.ts';
import { demoTexts } from '../texts.nb.ts';
import type { DemoPerson } from './provider.ts';

const searchFrom = 12;

/** One button a person; from a dozen on a field to narrow the list, where Enter takes the topmost. */
export function choicePage(people: readonly DemoPerson[]): Page {
  const searchable = people.length > searchFrom;
  return {
    title: demoTexts.title,
    body: html`<p>${demoTexts.intro}</p>
<form method="post">
${searchable ? search(people.length) : ''}
<ul aria-label="${demoTexts.people}">
${people.map(personButton)}
</ul>
</form>`,
    ...(searchable && { script: narrowing }),
  };
}

/** The provider's own form, sent at once; without script there is a button. */
export function loggingOutPage(form: string): Page {
  return {
    title: demoTexts.loggingOut,
    body: html`${new Html(form)}
<p><button class="action" form="op.logoutForm" type="submit" name="logout" value="yes">${demoTexts.logOut}</button></p>`,
    script: `document.querySelector('button').click();`,
  };
}

function personButton(person: DemoPerson): Html {
  return html`<li><button class="person" type="submit" name="subject" value="${person.subject}"><span class="name">${person.name}</span> <span class="quiet">${person.title}</span></button></li>
`;
}

/** Shown by the script that makes it work. */
function search(count: number): Html {
  return html`<div id="search" hidden>
<label for="wanted">${demoTexts.search}</label>
<input id="wanted" type="search" autocomplete="off" aria-describedby="hint shown">
<p class="quiet"><span id="hint">${demoTexts.searchHint}</span> <span id="shown" role="status">${demoTexts.count(count)}</span></p>
</div>`;
}

const narrowing = `
const wanted = document.getElementById('wanted');
const shown = document.getElementById('shown');
const rows = [...document.querySelectorAll('li')];
document.getElementById('search').hidden = false;
wanted.focus();
wanted.addEventListener('input', () => {
  const words = wanted.value.toLocaleLowerCase('nb').split(/\\s+/);
  for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLocaleLowerCase('nb').includes(word));
  const count = rows.filter((row) => !row.hidden).length;
  shown.textContent = count === 1 ? '${demoTexts.count(1)}' : '${demoTexts.count(0)}'.replace('0', count);
});
wanted.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  rows.find((row) => !row.hidden)?.querySelector('button').click();
});
`;
