import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ContactDetail, getContact, getContacts, searchContacts } from '@vakthavende/contract/contact';
import { useEffect, useRef } from 'react';
import { call } from '../app/index.ts';
import { useLiveQuery, useLiveView } from '../live/index.ts';
import { contactOutbox } from './orders/contact-outbox.ts';

/** Open contacts of a unit, those with open tasks, and those lately closed. */
export function useContacts(unit: string) {
  return useLiveView(getContacts, { query: { unit } }, { live: { streams: ['contact:'], units: [unit] }, enabled: unit !== '' });
}

/**
 * A contact in full, live. The first fetch is an opening, and logged as one; what follows while it stays on the screen is not.
 * `enabled` false while the contact is not yet opened on the server.
 */
export function useContactDetail(contactId: string, enabled: boolean) {
  const opened = useRef<string>(undefined);
  const client = useQueryClient();
  useEffect(
    () => () => {
      // Out of sight it is not kept up to date: the next time it is shown it is asked for anew.
      void client.invalidateQueries({ queryKey: ['contact', contactId], refetchType: 'none' });
    },
    [client, contactId],
  );
  const query = useLiveQuery<ContactDetail>({
    queryKey: ['contact', contactId],
    queryFn: async ({ signal }) => {
      const again = opened.current === contactId ? { opened: 'yes' as const } : {};
      const detail = await call(getContact, { params: { contactId }, query: again }, signal);
      opened.current = contactId;
      return detail;
    },
    live: { streams: [`contact:${contactId}`] },
    enabled,
  });
  const sequence = query.data?.sequence;
  useEffect(() => {
    if (sequence !== undefined) contactOutbox.shown(contactId, sequence);
  }, [contactId, sequence]);
  return query;
}

export interface EarlierSearch {
  readonly unit: string;
  readonly callerNumber?: string | undefined;
  readonly nationalId?: string | undefined;
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
}

/** Earlier contacts by number, or by person. Kept in memory only; asked anew for each contact that they are shown beside. */
export function useEarlier(search: EarlierSearch | undefined, beside?: string) {
  return useQuery({
    queryKey: ['contacts', 'earlier', beside, search],
    queryFn: ({ signal }) => {
      // Enabled only with a search.
      const { unit, ...rest } = search as EarlierSearch;
      const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      return call(searchContacts, { body: { unit, ...known } }, signal);
    },
    enabled: search !== undefined,
    staleTime: 30_000,
  });
}
