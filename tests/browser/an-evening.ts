import { randomUUID } from 'node:crypto';
import { contactWith, type Person } from '../http/house.ts';
import type { House } from './house.ts';

/** One of each that screens show, so that no page is looked at empty. Gives ids of contacts. */
export async function anEveningUnderWay(
  house: House,
): Promise<{ readonly red: string; readonly atClinic: string; readonly closed: string }> {
  const olaug = await house.as('olaug-operator');
  const solveig = await house.as('solveig-sykepleier');
  await house.callers.rings({ place: '4647' });
  await house.callers.rings({ place: '4602' });
  await contactWith(olaug, named('Uavklart Prøve'), { type: 'stateReason', text: 'Svimmel' });
  await contactWith(olaug, named('Ventet Prøve'), yellow, atForde, { type: 'expectAtClinic', clinicId: 'lv-forde' });
  await contactWith(olaug, named('Oppringes Prøve'), green, callback(house));
  const closed = await contactWith(olaug, named('Ferdig Prøve'), green, advised, advice, { type: 'close', outcome: 'advised' });
  const arrived = await contactWith(olaug, named('Kommet Prøve'), yellow, atForde, { type: 'arrive', clinicId: 'lv-forde' });
  const taken = await atClinic(olaug, solveig);
  // Last, so that its alarm stands for as long as the screens are looked at.
  const red = await contactWith(olaug, { type: 'statePlace', place: '4647' }, named('Rød Prøve'), { ...green, urgency: 'red' });
  return { red, atClinic: taken || arrived, closed };
}

async function atClinic(olaug: Person, solveig: Person): Promise<string> {
  const id = await contactWith(olaug, named('Hoslege Prøve'), yellow, atForde, { type: 'arrive', clinicId: 'lv-forde' });
  for (const order of [
    { type: 'take', as: 'nurse' },
    { type: 'writeNote', noteId: randomUUID(), text: 'Et notat som står på tavlen.' },
    { type: 'addTask', taskId: randomUUID(), kind: 'resultPending', text: 'Prøvesvar' },
  ]) {
    const answer = await solveig.post(`/api/contacts/${id}/commands`, { commandId: randomUUID(), order });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  return id;
}

const named = (name: string) => ({ type: 'identifyPatient', identity: { kind: 'nameAndBirth', name, birthDate: '1980-01-02' } });
const green = { type: 'setUrgency', axis: 'telephone', urgency: 'green', tool: 'none', criteria: [] };
const yellow = { ...green, urgency: 'yellow' };
const atForde = { type: 'decideAction', action: 'doctorConsultation', clinicId: 'lv-forde' };
const advised = { type: 'decideAction', action: 'nurseAdvice' };
const advice = { type: 'giveAdvice', text: 'Drikk godt.', adviceCodes: [] };
const callback = (house: House) => ({
  type: 'promiseCallback',
  taskId: randomUUID(),
  by: new Date(house.now() + 1_800_000).toISOString(),
});
