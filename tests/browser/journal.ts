import type { ContactDetail } from '@vakthavende/contract/contact';
import { expect } from 'vitest';
import type { Person } from '../http/house.ts';

/** The contact as the server holds it. */
export async function contactOf(person: Person, contactId: string): Promise<ContactDetail> {
  const answer = await person.get(`/api/contacts/${contactId}`);
  if (answer.status !== 200) throw new Error(`The contact was not read: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** The kinds of what has happened, in the order it was recorded. */
export async function stepsOf(person: Person, contactId: string): Promise<readonly string[]> {
  const { timeline } = await contactOf(person, contactId);
  return timeline.toSorted((a, b) => a.sequence - b.sequence).map((entry) => entry.type);
}

/** Waits for the journal to hold these steps among others, and gives the contact. */
export async function contactWithSteps(person: Person, contactId: string, ...steps: readonly string[]): Promise<ContactDetail> {
  await expect.poll(() => stepsOf(person, contactId), { timeout: 20_000, interval: 100 }).toEqual(expect.arrayContaining([...steps]));
  return contactOf(person, contactId);
}
