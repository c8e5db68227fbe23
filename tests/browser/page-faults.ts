import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export const themes = ['light', 'dark'] as const;
export const widths = [1440, 1024, 390] as const;

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Everything that is wrong with the page in both themes and all widths, in words. `briefly`: a page seen before, now by another role. */
export async function pageFaults(page: Page, title: RegExp, how: 'wholly' | 'briefly' = 'wholly'): Promise<readonly string[]> {
  const faults = [...(await headFaults(page, title)), ...(await focusFaults(page))];
  for (const width of how === 'wholly' ? widths : ([390] as const)) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth))
      faults.push(`${width}: scrolls sideways: ${await page.evaluate(widest)}`);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      faults.push(...(await violations(page, theme)).map((fault) => `${width} ${theme}: ${fault}`));
    }
  }
  return faults;
}

/** The theme changes colours alone: what is not about colour is looked at in the light one. */
async function violations(page: Page, theme: (typeof themes)[number]): Promise<readonly string[]> {
  // Without it each look opens a page of its own to put frames together; there are none here.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations: found } = await (theme === 'light' ? axe.withTags(wcag) : axe.withRules(['color-contrast'])).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`);
}

async function headFaults(page: Page, title: RegExp): Promise<readonly string[]> {
  const [lang, shown, headings] = await Promise.all([
    page.evaluate(() => document.documentElement.lang),
    page.title(),
    page.getByRole('heading', { level: 1 }).allInnerTexts(),
  ]);
  return [
    ...(lang === 'nb' ? [] : [`lang is ${lang}`]),
    ...(title.test(shown) ? [] : [`title is «${shown}»`]),
    ...(headings.length === 1 ? [] : [`${headings.length} h1: ${headings.join(', ')}`]),
  ];
}

const stops = 20;
const skip = 'Til hovedinnholdet';

/** Tab from the top: the skip link first, then down the page in its order, and one always sees where one is. */
async function focusFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const inShell = (await page.getByRole('navigation', { name: 'Arbeidsplasser' }).count()) > 0;
  await page.evaluate(fromTheTop);
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(lookAtFocus);
    if (at === undefined || (stop > 0 && at.name === skip)) break;
    if (stop === 0 && inShell && at.name !== skip) faults.push(`first tab stop is ${at.name}`);
    if (!at.visible) faults.push(`focus is not seen on ${at.name}`);
    if (!at.after) faults.push(`tab goes back to ${at.name}`);
  }
  await page.evaluate(fromTheTop);
  return faults;
}

function fromTheTop(): void {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  (window as unknown as { before?: Element | undefined }).before = undefined;
}

function lookAtFocus(): { readonly name: string; readonly visible: boolean; readonly after: boolean } | undefined {
  const here = document.activeElement;
  const memory = window as unknown as { before?: Element | undefined };
  if (!here || here === document.body || here === document.documentElement) return undefined;
  const { before } = memory;
  memory.before = here;
  // Comes forth when it has the focus, which is its mark.
  const unfolds = here.matches('[class*="skip"]');
  // A mark on the element, or around it on what holds it.
  const marked = [here, here.parentElement, here.parentElement?.parentElement].some((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  });
  const { width, height, bottom, top } = here.getBoundingClientRect();
  const onScreen = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  // A date field has several stops within it.
  const within = before === here;
  const after = !before || within || Boolean(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
  const name = here.getAttribute('aria-label') ?? (here.textContent?.trim().slice(0, 40) || here.outerHTML.slice(0, 120));
  return { name, visible: within || ((marked || unfolds) && onScreen), after };
}

function widest(): string {
  const { clientWidth } = document.documentElement;
  const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
  return out
    .slice(0, 3)
    .map((one) => `${one.tagName}.${one.className}`)
    .join(', ');
}
