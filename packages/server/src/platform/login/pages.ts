import { html, type Page } from './page.ts';
import { loginTexts } from './texts.nb.ts';

type Message = { readonly title: string; readonly body: string };

/** A message with the one way on. */
export function messagePage(message: Message, way: { readonly text: string; readonly href: string }, errorNumber?: string): Page {
  return {
    title: message.title,
    body: html`<p>${message.body}</p>
${errorNumber === undefined ? '' : html`<p class="quiet">${loginTexts.errorNumber} ${errorNumber}</p>`}
<p><a class="action" href="${way.href}">${way.text}</a></p>`,
  };
}

export const again = { text: loginTexts.tryAgain, href: '/login' } as const;
export const logIn = { text: loginTexts.logIn, href: '/login' } as const;
/** Makes the provider ask anew: else it lets the same person in at once. */
export const asSomeoneElse = { text: loginTexts.logIn, href: '/login?fresh=1' } as const;
