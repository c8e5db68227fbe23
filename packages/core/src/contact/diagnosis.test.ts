import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownDiagnosis, readDiagnosisList } from './diagnosis.ts';

test('the list that ships can be read and searched', () => {
  const reading = readDiagnosisList(
    'demonstration',
    readFileSync(new URL('../../../../reference/icpc/demonstration.csv', import.meta.url), 'utf8'),
  );
  if (!reading.read) throw new Error(JSON.stringify(reading.faults));
  expect(reading.list.codes).toHaveLength(34);
  expect(knownDiagnosis(reading.list, 'R05')).toEqual({ code: 'R05', text: 'Hoste' });
  expect(knownDiagnosis(reading.list, 'Z99')).toBe(undefined);
});

test('heading, comments, blanks, byte order mark and Windows line ends are no codes', () => {
  expect(readDiagnosisList('x', '\uFEFFcode;text\r\n# merknad\r\n\r\nR05;Hoste; tørr\r\n')).toEqual({
    read: true,
    list: { id: 'x', codes: [{ code: 'R05', text: 'Hoste; tørr' }] },
  });
});

test('every faulty line is told, and the list is refused', () => {
  expect(readDiagnosisList('x', 'R05;Hoste\nR05;Hoste\nr06;x\nR07;\nR08')).toEqual({
    read: false,
    faults: [
      { line: 2, fault: 'repeated' },
      { line: 3, fault: 'badCode' },
      { line: 4, fault: 'noText' },
      { line: 5, fault: 'notTwoColumns' },
    ],
  });
});
