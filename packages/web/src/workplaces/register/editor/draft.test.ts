import { localDate } from '@vakthavende/core/kernel';
import { describe, expect, it } from 'vitest';
import { contentOf, draftOf, timeOf, windowDraft, windowOf } from './draft.ts';

const today = localDate('2026-11-22');

describe('a window in the form', () => {
  it.each([
    [{ from: 930, to: 1920 }, 'Monday 15:30 to Tuesday 08:00'],
    [{ from: 0, to: 1440 }, 'a whole Monday'],
    [{ from: 6690, to: 10_560 }, 'Friday 15:30, over the week’s end, to Monday 08:00'],
    [{ from: 0, to: 10_080 }, 'the whole week'],
    [{ from: 8640, to: 10_080 }, 'Sunday to midnight'],
  ])('%o comes back as it was (%s)', (window) => {
    expect(windowOf(windowDraft(window))).toEqual(window);
  });

  it('a week or more is the whole week', () => {
    expect(windowOf(windowDraft({ from: 0, to: 10_560 }))).toEqual({ from: 0, to: 10_080 });
  });

  it('that has no time yet is none', () => {
    expect(windowOf({ fromDay: 0, fromTime: '', toDay: 1, toTime: '08:00' })).toBeUndefined();
  });
});

it.each([
  ['08:00', 480],
  ['8.15', 495],
  ['24:00', 1440],
  ['24:01', undefined],
  ['08:60', undefined],
  ['åtte', undefined],
])('the time %s is %s', (text, minute) => {
  expect(timeOf(text)).toBe(minute);
});

describe('the form as a row', () => {
  const filled = { ...draftOf(undefined, today), id: 'lv-prove', name: 'Prøve', places: ['4602'], source: 'Prøve' };

  it('names the fields that are missing', () => {
    expect(contentOf(draftOf(undefined, today), undefined)).toEqual({ content: undefined, wrong: ['id', 'name', 'places', 'source'] });
  });

  it('leaves out what is not known, and asks for nothing more', () => {
    const { content, wrong } = contentOf(filled, undefined);
    expect(wrong).toEqual([]);
    expect(content).toMatchObject({
      operator: undefined,
      legalForm: undefined,
      valid: { from: today },
      opening: { pattern: { kind: 'weekly', windows: [] } },
    });
    expect(content?.valid).not.toHaveProperty('to');
  });

  it('keeps windows in order, telephones without spaces, and days of their own', () => {
    const week = [windowDraft({ from: 1440, to: 2000 }), windowDraft({ from: 0, to: 600 })];
    const draft = {
      ...filled,
      weeks: [week],
      phones: '57 11 14 13, 116117',
      exceptions: [{ on: 'christmasEve', hours: '08:00-12:00, 18-' }],
    };
    expect(contentOf(draft, undefined).wrong).toEqual(['exceptions']);
    const right = {
      ...draft,
      exceptions: [
        { on: 'christmasEve', hours: '08:00-12:00, 18:00-24:00' },
        { on: '2026-12-31', hours: '' },
      ],
    };
    expect(contentOf(right, undefined).content).toMatchObject({
      phones: ['57111413', '116117'],
      opening: {
        pattern: {
          windows: [
            { from: 0, to: 600 },
            { from: 1440, to: 2000 },
          ],
        },
        exceptions: [
          {
            on: 'christmasEve',
            windows: [
              { from: 480, to: 720 },
              { from: 1080, to: 1440 },
            ],
          },
          { on: '2026-12-31', windows: [] },
        ],
      },
    });
  });

  it('a cycle must have its first Monday', () => {
    expect(contentOf({ ...filled, pattern: 'cycle', weeks: [[], []] }, undefined).wrong).toEqual(['anchor']);
  });
});
