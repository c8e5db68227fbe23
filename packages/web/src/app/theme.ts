import { observable } from '../ui/observable.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The same key is read by public/before.js before the first paint. */
const place = 'vakthavende.theme';

export const theme = observable<Theme>(remembered());

export function chooseTheme(next: Theme): void {
  theme.set(next);
  document.documentElement.setAttribute('data-color-scheme', next);
  try {
    localStorage.setItem(place, next);
  } catch {
    // Storage may be closed: then the choice holds for this page.
  }
}

function remembered(): Theme {
  try {
    const kept = localStorage.getItem(place);
    return themes.find((known) => known === kept) ?? 'auto';
  } catch {
    return 'auto';
  }
}
