import { useQuery } from '@tanstack/react-query';
import { getSession, type Session } from '@vakthavende/contract/organisation';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { claimDrafts } from '../drafts/drafts.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { call } from './api.ts';
import { LoginPage, SessionLostDialog } from './login-page.tsx';
import { isPassing, ProblemError } from './problem.ts';
import { rememberedSession, rememberSession } from './remembered-session.ts';
import { sessionLost } from './session-lost.ts';
import { texts } from './texts.nb.ts';

const Current = createContext<Session | undefined>(undefined);

/** Loads who is logged in; without anyone there is one button. What was open stays open when a session runs out. */
export function SessionGate(props: { readonly children: ReactNode }) {
  const query = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => askSession(signal),
    staleTime: 300_000,
    retry: (_, error) => !(error instanceof ProblemError),
  });
  const staffId = query.data?.staffId;
  const first = useRef<string>(undefined);
  useEffect(() => {
    if (staffId === undefined) return;
    // Another person came in over the first one's page: what it holds in memory is not theirs.
    if (first.current !== undefined && first.current !== staffId) window.location.reload();
    first.current = staffId;
    sessionLost.set(false);
    claimDrafts(staffId).catch(() => undefined);
  }, [staffId]);
  if (query.data) {
    return (
      <Current value={query.data}>
        {props.children}
        <SessionLostDialog onAgain={() => void query.refetch().then((again) => again.isSuccess && sessionLost.set(false))} />
      </Current>
    );
  }
  if (query.error instanceof ProblemError && query.error.code === 'not-logged-in') return <LoginPage />;
  return (
    <main className="centre-page" aria-busy={query.isPending}>
      {query.error ? (
        <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <p className="quiet">{texts.loading}</p>
      )}
    </main>
  );
}

/** The session; while the server is not reached, the one this tab had, so that a reload keeps the page. The server still decides on everything. */
async function askSession(signal: AbortSignal): Promise<Session> {
  try {
    const session = await call(getSession, {}, signal);
    rememberSession(session);
    return session;
  } catch (error) {
    const known = isPassing(error) ? rememberedSession() : undefined;
    if (!known) throw error;
    return known;
  }
}

/** Who is logged in. Only inside the workplaces. */
export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('useSession outside SessionGate');
  return session;
}

/** Whether the one logged in has the capability, at the unit or at any. The server decides; this only chooses what to show. */
export function useCan(capability: string, unit?: string): boolean {
  return mayDo(useSession(), capability, unit);
}

export function mayDo(session: Session, capability: string, unit?: string): boolean {
  const units = session.capabilities[capability] ?? [];
  return unit === undefined ? units.length > 0 : units.includes(unit) || units.includes('national');
}
