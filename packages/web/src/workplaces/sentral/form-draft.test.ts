import { describe, expect, it } from 'vitest';
import { edited, emptyDraft, holdsWriting } from './form-draft.ts';

describe('a field being written', () => {
  it('remembers how far the contact had come when the writing began', () => {
    const first = edited(emptyDraft, { reason: 'F' }, 4);
    expect(edited(first, { reason: 'Fe' }, 7).seen).toEqual({ reason: 4 });
  });
  it('forgets it when it is emptied by sending', () => {
    expect(edited(edited(emptyDraft, { reason: 'F' }, 4), { reason: undefined }, 5).seen).toEqual({});
  });
});

it('holds writing only where something would be lost', () => {
  expect(holdsWriting(emptyDraft)).toBe(false);
  expect(holdsWriting({ ...emptyDraft, adviceCodes: [] })).toBe(false);
  expect(holdsWriting({ ...emptyDraft, note: 'x' })).toBe(true);
});
