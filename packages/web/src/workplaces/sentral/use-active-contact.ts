import type { ContactDetail } from '@vakthavende/contract/contact';
import type { QueueRow } from '@vakthavende/contract/telephony';
import { type EarlierSearch, useContactDetail, useOrders } from '../../contact/index.ts';
import { useDraft } from '../../drafts/index.ts';
import { currentContact } from './form/current.ts';
import { emptyDraft, type FormDraft, holdsWriting } from './form-draft.ts';
import { draftKey } from './use-calls.ts';

/** The contact on the screen: what the server holds, what is written, its call and its person. */
export function useActiveContact(contactId: string, calls: readonly QueueRow[]) {
  const orders = useOrders(contactId);
  const opening = orders.entries.some((entry) => entry.slot === 'open' && entry.state !== 'accepted');
  const query = useContactDetail(contactId, contactId !== '' && !opening);
  const draft = useDraft<FormDraft>(draftKey(contactId), emptyDraft);
  const detail = query.data;
  const current = currentContact(detail, orders.entries);
  const mine = calls.filter((row) => current.callIds.includes(row.callId));
  return {
    detail,
    draft,
    orders,
    opening,
    problem: query.error,
    call: mine.find((row) => row.status === 'talking') ?? mine.at(-1),
    /** Nothing is known or written but that it was opened. */
    blank:
      !holdsWriting(draft.value) &&
      orders.entries.every((entry) => entry.slot === 'open') &&
      (detail === undefined || detail.timeline.length <= 1),
    person: personOf(current.identity),
    retry: () => void query.refetch(),
  };
}

function personOf(
  identity: ContactDetail['identity'] | ReturnType<typeof currentContact>['identity'],
): Omit<EarlierSearch, 'unit' | 'callerNumber'> | undefined {
  if (identity?.kind === 'nationalId') return { nationalId: identity.number };
  // A name without a birth date is shared by too many to be told as the same person.
  if (identity && 'name' in identity && identity.birthDate) return { name: identity.name, birthDate: identity.birthDate };
  return undefined;
}
