import type { ContactDetail } from '@vakthavende/contract/contact';
import { instant } from '@vakthavende/core/kernel';
import { describe, expect, it, test } from 'vitest';
import { colleaguesOf } from '../forms/colleagues.ts';
import { likelySame } from '../likely-same.ts';
import { roleHere } from '../role-here.ts';
import { instantOrder } from './instant-order.ts';
import { threadsOf } from './note-threads.ts';
import { stepIds, stepKeys, stepOfSlot, stepsFor } from './steps.ts';

const at = instant(1_800_000_000_000);
const nurse = { unit: 'lv-forde', treats: true, answersForRed: true };
type Asked = Parameters<typeof stepsFor>[0];
const contact = (over: Partial<ContactDetail> = {}): Asked => ({ paging: { state: 'notNeeded' }, ...over });

describe('steps that make sense now', () => {
  test.each<[string, Partial<ContactDetail>, readonly string[], readonly string[]]>([
    ['expected', {}, ['arrive', 'take', 'triage', 'close'], ['handOver', 'wait', 'reopen', 'acknowledge']],
    ['arrived here', { arrivedAt: at, clinicId: 'lv-forde' }, ['take', 'triage'], ['arrive']],
    ['arrived at another clinic', { arrivedAt: at, clinicId: 'lv-floro' }, ['arrive'], []],
    ['with somebody', { takenBy: 'dina', arrivedAt: at, clinicId: 'lv-forde' }, ['handOver', 'wait'], ['take']],
    ['red and nobody answered', { paging: { state: 'exhausted' } }, ['acknowledge'], []],
    ['red and acknowledged', { paging: { state: 'acknowledged' } }, [], ['acknowledge']],
    ['closed', { closedAt: at, paging: { state: 'due' } }, ['note', 'task', 'reopen'], ['close', 'triage', 'acknowledge', 'take']],
  ])('%s', (_, over, there, absent) => {
    const steps: readonly string[] = stepsFor(contact(over), nurse);
    expect(there.filter((step) => !steps.includes(step))).toEqual([]);
    expect(absent.filter((step) => steps.includes(step))).toEqual([]);
  });
  it('leaves treating to those who treat', () => {
    const steps: readonly string[] = stepsFor(contact({ takenBy: 'dina' }), { ...nurse, treats: false });
    expect(steps.filter((step) => ['take', 'triage', 'handOver', 'wait'].includes(step))).toEqual([]);
  });
  it('gives each a key of its own', () => {
    expect(new Set(Object.values(stepKeys)).size).toBe(stepIds.length);
  });
  it('is known by the slot it was sent from', () => {
    expect(['note', 'note:6f', 'who', 'receipt:1', 'done:2', 'open'].map(stepOfSlot)).toEqual([
      'note',
      'note',
      'identify',
      'party',
      undefined,
      undefined,
    ]);
  });
  it('takes as what one is here', () => {
    const assignments = [
      { role: 'nurse', unit: 'lv-forde' },
      { role: 'doctor', unit: 'lv-floro' },
      { role: 'nurse', unit: 'lv-floro' },
    ];
    expect(['lv-forde', 'lv-floro', 'lv-bremanger'].map((unit) => roleHere({ assignments }, unit))).toEqual(['nurse', 'doctor', undefined]);
    expect(instantOrder('take', { unit: 'lv-forde', role: undefined })).toBeUndefined();
    expect(instantOrder('take', { unit: 'lv-forde', role: 'doctor' })).toEqual({ type: 'take', as: 'doctor' });
  });
});

describe('corrections', () => {
  it('stand with the note they correct, also those of a correction', () => {
    const notes = [
      { noteId: 'a' },
      { noteId: 'b' },
      { noteId: 'c', corrects: 'a' },
      { noteId: 'd', corrects: 'c' },
      { noteId: 'e', corrects: 'x' },
    ];
    expect(threadsOf(notes).map(({ note, corrections }) => [note.noteId, ...corrections.map((one) => one.noteId)])).toEqual([
      ['a', 'c', 'd'],
      ['b'],
      ['e'],
    ]);
  });
});

describe('colleagues', () => {
  const entry = { unit: 'lv-forde', phone: '', enteredBy: '', entryId: 'e', name: '', from: at, to: instant(at + 10) };
  const staff = [
    { staffId: 'solveig', name: 'Solveig', title: 'Sykepleier, legevakten i Førde' },
    { staffId: 'birger', name: 'Birger', title: 'Lege (bakvakt), legevakten i Førde' },
    { staffId: 'dina', name: 'Dina', title: 'Lege (primærvakt), legevakten i Førde' },
    { staffId: 'anna', name: 'Anna', title: 'Legesekretær' },
  ];
  it('stand with those on duty first, without the one who has the patient', () => {
    const list = {
      now: at,
      staff,
      entries: [
        { ...entry, staffId: 'dina', level: 'primary' as const },
        { ...entry, staffId: 'birger', level: 'backup' as const, to: at },
        { ...entry, staffId: 'anna', level: 'backup' as const },
      ],
    };
    expect(colleaguesOf(list, 'solveig').map(({ staffId, duty, likelyRole }) => [staffId, duty, likelyRole])).toEqual([
      ['dina', 'primary', 'doctor'],
      ['anna', 'backup', 'nurse'],
      ['birger', undefined, 'doctor'],
    ]);
  });
});

describe('the one at the desk may be on the board already', () => {
  const row = { patient: 'Tor Tenkt', birthDate: '1995-01-15' } as Parameters<typeof likelySame>[0][number];
  const named = (name: string) => ({ kind: 'identity', identity: { kind: 'nameAndBirth', name } }) as const;
  test.each([
    ['the same name', named('tor tenkt'), true],
    ['the beginning of it', named('Ten'), true],
    ['two letters say too little', named('To'), false],
    ['another surname', named('Tor Annen'), false],
    ['the same birth date', { kind: 'incomplete', missing: 'name', birthDate: '1995-01-15' } as never, true],
  ])('%s', (_, reading, found) => expect(likelySame([row], reading).length === 1).toBe(found));
  it('is not one who has been closed', () => {
    expect(likelySame([{ ...row, closedAt: at }], named('Tor Tenkt'))).toEqual([]);
  });
});
