import { Link } from '@tanstack/react-router';
import { useTitle } from '../../app/index.ts';
import { useRegister } from '../../organisation/index.ts';
import { Page, ProblemNotice } from '../../ui/index.ts';
import { searchOf, useShown, views } from './address.ts';
import { BrowsePage } from './browse/browse-page.tsx';
import { ChangesPage } from './changes/changes-page.tsx';
import { FindingsPage } from './findings/findings-page.tsx';
import { ListBar } from './list-bar.tsx';
import { MapPage, momentNow } from './map/map-page.tsx';
import type { RegisterPart } from './part.ts';
import { texts } from './texts.nb.ts';
import { ThingPage } from './thing/thing-page.tsx';
import './register.css';

/** Who serves whom, when, and where the gaps are: on a map, by search, as findings, and over time. */
export function Workplace() {
  const [shown, show] = useShown();
  const query = useRegister(shown.list, shown.asKnownAt);
  const now = momentNow();
  useTitle(texts.views[shown.view], texts.title);
  return (
    <Page title={texts.title} actions={<ListBar shown={shown} show={show} />}>
      <nav className="register-views" aria-label={texts.viewsLabel}>
        {views.map((view) => (
          <Link
            key={view}
            to="/register"
            search={searchOf({ ...shown, view, kind: undefined, id: undefined }) as never}
            // An opened row has an address of its own within the view.
            activeOptions={{ exact: true, includeSearch: true }}
            inactiveProps={view === shown.view ? { 'aria-current': 'page' } : {}}
          >
            {texts.views[view]}
          </Link>
        ))}
      </nav>
      <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      {query.data ? (
        <View loaded={query.data} shown={shown} show={show} date={shown.date ?? now.date} minute={shown.minute ?? now.minute} />
      ) : (
        query.isPending && <p className="quiet">{texts.loading}</p>
      )}
    </Page>
  );
}

function View(part: RegisterPart) {
  switch (part.shown.view) {
    case 'kart':
      return <MapPage {...part} />;
    case 'oppslag':
      return part.shown.id !== undefined && part.shown.kind !== undefined ? (
        <ThingPage key={`${part.shown.kind} ${part.shown.id}`} {...part} kind={part.shown.kind} id={part.shown.id} />
      ) : (
        <BrowsePage {...part} />
      );
    case 'funn':
      return <FindingsPage {...part} />;
    case 'endringer':
      return <ChangesPage {...part} />;
  }
}
