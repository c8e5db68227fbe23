import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';

/** The contact in the address of Sentral or Legevakt. */
export function useContactId(): string | undefined {
  return useParams({ strict: false, select: (params) => params.contactId });
}

/** What stands after the workplace in the address: `logg` at `/ledelse/logg`, else empty. */
export function useSubPath(): string {
  return useRouterState({ select: (state) => state.location.pathname.split('/').slice(2).join('/') });
}

/** Opens a contact in a workplace, or goes back to the workplace alone. `replace` leaves no step in the browser's history. */
export function useOpenContact(
  workplace: 'sentral' | 'legevakt',
): (contactId: string | undefined, options?: { readonly replace?: boolean }) => void {
  const navigate = useNavigate();
  return (contactId, options) => {
    const replace = options?.replace ?? false;
    if (contactId === undefined) void navigate({ to: `/${workplace}`, replace });
    else void navigate({ to: `/${workplace}/$contactId`, params: { contactId }, replace });
  };
}
