import { SkipLink } from '@digdir/designsystemet-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { startLive } from '../live/live.ts';
import { useKeys } from '../ui/keys.ts';
import { KeysHelp } from '../ui/keys-help.tsx';
import { PageName } from '../ui/panes.tsx';
import { StatusRegion } from '../ui/status.tsx';
import { Account } from './account.tsx';
import { ConnectionState } from './connection.tsx';
import { NotYoursPage } from './dead-ends.tsx';
import { SessionGate, useSession } from './session.tsx';
import { texts } from './texts.nb.ts';
import { useTitle } from './title.ts';
import { UnitChooser } from './unit.tsx';
import { workplaceAt, workplacesOf } from './workplaces.ts';

/** The bar that all workplaces have, and the page under it. */
export function Shell() {
  return (
    <SessionGate>
      <Frame />
    </SessionGate>
  );
}

function Frame() {
  const session = useSession();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = workplaceAt(path);
  const allowed = !here || workplacesOf(session).includes(here);
  const main = useRef<HTMLElement>(null);
  useEffect(() => startLive(), []);
  useFocusOnArrival(main, here?.id);
  return (
    <div className="shell">
      <WorkplaceTitle name={here?.name} />
      <SkipLink href="#hoved">{texts.skip}</SkipLink>
      <header>
        <div className="bar">
          <Link to="/" className="brand" aria-label={texts.product}>
            <img src="/icon.svg" alt="" width="22" height="22" />
            <span className="brand-name">{texts.product}</span>
          </Link>
          <Workplaces />
          <UnitChooser />
          <span className="bar-space" />
          <ConnectionState />
          <KeysHelp />
          <Account />
        </div>
        {session.demo && <p className="demo-ribbon">{texts.demo}</p>}
      </header>
      <main id="hoved" ref={main} tabIndex={-1}>
        <PageName value={here?.name}>{allowed ? <Outlet /> : <NotYoursPage />}</PageName>
      </main>
      <StatusRegion />
    </div>
  );
}

/** Comes before the page, so that the page's own title is the one that stays. */
function WorkplaceTitle({ name }: { readonly name: string | undefined }): null {
  useTitle(...(name ? [name] : []));
  return null;
}

function Workplaces() {
  const entries = workplacesOf(useSession());
  const navigate = useNavigate();
  useKeys(
    entries.map((entry, index) => ({
      keys: `Alt+Shift+${index + 1}`,
      label: texts.goTo(entry.name),
      group: texts.workplacesLabel,
      run: () => void navigate({ to: entry.path }),
    })),
  );
  return (
    <nav className="bar-nav" aria-label={texts.workplacesLabel}>
      {entries.map((entry) => (
        <Link key={entry.id} to={entry.path} activeProps={{ 'aria-current': 'page' }}>
          {entry.name}
        </Link>
      ))}
    </nav>
  );
}

/** Coming to another workplace moves the focus to it, so that a screen reader reads on there; the first page loaded keeps the browser's own. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>, workplace: string | undefined): void {
  const before = useRef(workplace);
  useEffect(() => {
    if (before.current !== workplace && before.current !== undefined) main.current?.focus({ preventScroll: true });
    before.current = workplace;
  }, [main, workplace]);
}
