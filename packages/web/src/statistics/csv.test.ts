import { describe, expect, it } from 'vitest';
import { csvCell, csvOf } from './csv.ts';

describe('a cell', () => {
  it.each([
    ['Besvart', 'Besvart'],
    ['lagt på; i kø', '"lagt på; i kø"'],
    ['sa "nei"', '"sa ""nei"""'],
    ['to\nlinjer', '"to\nlinjer"'],
    ['=1+1', "'=1+1"],
    ['+4712345678', "'+4712345678"],
    ['@x;y', '"\'@x;y"'],
    ['', ''],
    [12.5, '12,5'],
    [-3, '-3'],
    [0, '0'],
  ])('%s is written %s', (value, text) => {
    expect(csvCell(value)).toBe(text);
  });

  it('is empty when unknown, which is not 0', () => {
    expect(csvCell(undefined)).toBe('');
  });
});

it('has a head, semicolons and a mark that makes spreadsheets read it as UTF-8', () => {
  expect(
    csvOf(
      ['Tid', 'Sekunder'],
      [
        ['21:10', 8],
        ['21:11', undefined],
      ],
    ),
  ).toBe('\uFEFFTid;Sekunder\r\n21:10;8\r\n21:11;\r\n');
});
