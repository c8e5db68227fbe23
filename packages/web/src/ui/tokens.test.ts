import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const schemes = { light: block('\\[data-color-scheme="light"\\]'), dark: block('\n\\[data-color-scheme="dark"\\]') };

/** WCAG 2.2: text 4.5:1 (1.4.3), graphics and the edges of controls 3:1 (1.4.11). */
const texts = [
  ['--text', '--surface'],
  ['--text', '--canvas'],
  ['--text', '--chosen'],
  ['--text', '--hover'],
  ['--text', '--red-soft'],
  ['--text-quiet', '--surface'],
  ['--text-quiet', '--surface-2'],
  ['--text-quiet', '--canvas'],
  ['--text-quiet', '--chosen'],
  ['--text-quiet', '--hover'],
  ['--text-quiet', '--red-soft'],
  ['--red-text', '--surface'],
  ['--red-text', '--chosen'],
  ['--red-text', '--red-soft'],
  ['--red-ink', '--red'],
  ['--yellow-text', '--surface'],
  ['--yellow-text', '--yellow-soft'],
  ['--yellow-ink', '--yellow'],
  ['--green-text', '--surface'],
  ['--green-text', '--green-soft'],
  ['--green-ink', '--green'],
  ['--bar-text', '--bar-back'],
  ['--bar-text', '--bar-here'],
  ['--bar-quiet', '--bar-back'],
  ['--ds-color-accent-text-subtle', '--surface'],
  ['--ds-color-accent-text-default', '--ds-color-accent-surface-tinted'],
  ['--ds-color-accent-base-contrast-default', '--ds-color-accent-base-default'],
] as const;
const graphics = [
  ['--red', '--surface'],
  ['--red', '--red-soft'],
  ['--red', '--chosen'],
  ['--yellow-line', '--surface'],
  ['--yellow-line', '--red-soft'],
  ['--yellow-line', '--chosen'],
  ['--green', '--surface'],
  ['--green', '--chosen'],
  ['--line-strong', '--surface'],
  ['--line-strong', '--canvas'],
  ['--chosen-line', '--chosen'],
  ['--chosen-line', '--surface'],
] as const;

describe.each(['light', 'dark'] as const)('%s', (name) => {
  const value = (token: string) => schemes[name].get(token) ?? (token === '--ds-color-accent-base-contrast-default' ? '#ffffff' : '');

  it.each(texts)('text %s is read on %s', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(graphics)('the shape %s is seen on %s', (ink, ground) => {
    expect(contrast(value(ink), value(ground))).toBeGreaterThanOrEqual(3);
  });
});

it('those who follow the system get the same dark', () => {
  expect(block('\\[data-color-scheme="auto"\\]')).toEqual(schemes.dark);
});

it('knows a contrast that is known: black on white is 21', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

function block(selector: string): ReadonlyMap<string, string> {
  const body = new RegExp(`${selector} \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...body.matchAll(/(--[\w-]+): ([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`No colour: «${hex}»`);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
