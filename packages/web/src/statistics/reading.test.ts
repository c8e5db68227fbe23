import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.ts';
import { meetsRequirement } from './requirement.ts';

const nb = '\u00a0';

describe('a figure is read', () => {
  it('as a share in words, with what was missing', () => {
    expect(readingOf('answeredWithin2Minutes', { kind: 'share', numerator: 46, denominator: 60, missing: 1 })).toEqual({
      value: `77${nb}%`,
      words: '46 av 60 anrop',
      missing: '1 besvart med ukjent ringetid: bare i nevneren',
    });
  });

  it('as a dash where nothing was counted', () => {
    expect(readingOf('callsAnswered', { kind: 'share', numerator: 0, denominator: 0, missing: 0 })).toEqual({
      value: '–',
      words: 'ingen anrop',
    });
    expect(readingOf('medianAnswerTime', { kind: 'median', seconds: null, known: 0, missing: 2 })).toEqual({
      value: '–',
      words: 'av 0 anrop med kjent svartid',
      missing: '2 besvart med ukjent svartid: ikke med',
    });
    expect(readingOf('callsPerContact', { kind: 'ratio', numerator: 3, denominator: 0 }).value).toBe('–');
  });

  it('as 0 where none of something was', () => {
    expect(readingOf('callsAbandoned', { kind: 'share', numerator: 0, denominator: 4, missing: 0 }).value).toBe(`0${nb}%`);
    expect(readingOf('callsOffered', { kind: 'count', count: 0 }).value).toBe('0');
  });

  it('as a median in minutes and seconds, half up', () => {
    expect(readingOf('medianAnswerTime', { kind: 'median', seconds: 44.5, known: 46, missing: 0 })).toEqual({
      value: '00:45',
      words: 'av 46 anrop med kjent svartid',
    });
  });

  it('as one per another', () => {
    expect(readingOf('callsPerContact', { kind: 'ratio', numerator: 60, denominator: 1 })).toEqual({
      value: '60,00',
      words: '60 anrop på 1 kontakt',
    });
  });
});

describe('the requirement of 80 % within two minutes', () => {
  it.each([
    [80, 100, true],
    [4, 5, true],
    [796, 1000, false],
    [0, 1, false],
    [0, 0, undefined],
  ])('%i of %i: %s', (numerator, denominator, met) => {
    expect(meetsRequirement({ numerator, denominator })).toBe(met);
  });
});
