import { describe, expect, it } from 'vitest';
import { firesWhileTyping, matches, type Press } from './key-match.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

describe('which press is which key', () => {
  it.each([
    ['s', press('s'), true],
    ['s', press('S', { shiftKey: true }), true],
    ['s', press('s', { altKey: true }), true],
    ['s', press('s', { ctrlKey: true }), false],
    ['Alt+s', press('s'), false],
    ['Alt+s', press('s', { altKey: true }), true],
    ['Alt+s', press('ß', { altKey: true, code: 'KeyS' }), true],
    ['1', press('1', { altKey: true }), true],
    ['1', press('!', { altKey: true, shiftKey: true, code: 'Digit1' }), false],
    ['Alt+Shift+1', press('!', { altKey: true, shiftKey: true, code: 'Digit1' }), true],
    ['Alt+Shift+1', press('1', { altKey: true, code: 'Digit1' }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true }), true],
    ['Ctrl+Enter', press('Enter', { metaKey: true }), true],
    ['Enter', press('Enter', { altKey: true }), false],
    ['+', press('+'), true],
    ['F2', press('F2'), true],
    ['F2', press('F3'), false],
    ['F2', press('F2', { shiftKey: true }), false],
    ['Shift+F2', press('F2', { shiftKey: true }), true],
    ['Shift+F2', press('F2'), false],
  ] as const)('%s and %o: %s', (keys, pressed, expected) => {
    expect(matches(keys, pressed)).toBe(expected);
  });
});

describe('while one writes in a field', () => {
  it.each([
    ['s', press('s'), false],
    ['1', press('1'), false],
    ['s', press('s', { altKey: true }), true],
    ['Escape', press('Escape'), true],
    ['F2', press('F2'), true],
    ['Ctrl+Enter', press('Enter', { ctrlKey: true }), true],
    ['ArrowDown', press('ArrowDown'), false],
  ] as const)('%s with %o fires: %s', (keys, pressed, expected) => {
    expect(firesWhileTyping({ keys }, pressed)).toBe(expected);
  });

  it('a key that says so fires', () => {
    expect(firesWhileTyping({ keys: 'ArrowDown', whileTyping: true }, press('ArrowDown'))).toBe(true);
  });
});
