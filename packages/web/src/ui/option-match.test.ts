import { expect, it } from 'vitest';
import { filtered } from './option-match.ts';

const option = (label: string, detail?: string) => ({ key: label, label, detail, value: label });
const places = [
  option('Sogndal', '4640'),
  option('Sunnfjord', '4647'),
  option('Ytre Sogn'),
  option('Øygarden', '4626'),
  option('Bø i Sogn'),
];
const found = (text: string) => filtered(places, text).map((place) => place.label);

it('finds by the beginning of any word, those that begin so first', () => {
  expect(found('sogn')).toEqual(['Sogndal', 'Ytre Sogn', 'Bø i Sogn']);
});

it('finds by detail, and by several words in any order', () => {
  expect(found('4647')).toEqual(['Sunnfjord']);
  expect(found('sogn ytre')).toEqual(['Ytre Sogn']);
});

it('knows Norwegian letters in either case', () => {
  expect(found('ØYG')).toEqual(['Øygarden']);
});

it('gives all for an empty text and none for what is not there', () => {
  expect(found('  ')).toHaveLength(places.length);
  expect(found('ogn')).toEqual([]);
});
