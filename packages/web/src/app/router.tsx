import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet } from '@tanstack/react-router';
import { FailedPage, NotFoundPage, NoWorkplacePage } from './dead-ends.tsx';
import { PageAnswer } from './page-answer.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell.tsx';
import { workplacesOf } from './workplaces.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** The link in a page to those on duty: no login, no identity. */
const pageAnswer = createRoute({ getParentRoute: () => root, path: '/side/$token', component: PageAnswer });

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const start = createRoute({ getParentRoute: () => shell, path: '/', component: Start });

// A contact's address is a child of its workplace, so that moving between contacts keeps the workplace as it is.
const sentral = createRoute({
  getParentRoute: () => shell,
  path: '/sentral',
  component: lazyRouteComponent(() => import('../workplaces/sentral/index.tsx'), 'Workplace'),
});
const sentralContact = createRoute({ getParentRoute: () => sentral, path: '/$contactId' });
const legevakt = createRoute({
  getParentRoute: () => shell,
  path: '/legevakt',
  component: lazyRouteComponent(() => import('../workplaces/legevakt/index.tsx'), 'Workplace'),
});
const legevaktContact = createRoute({ getParentRoute: () => legevakt, path: '/$contactId' });
const ledelse = createRoute({
  getParentRoute: () => shell,
  path: '/ledelse',
  component: lazyRouteComponent(() => import('../workplaces/ledelse/index.tsx'), 'Workplace'),
});
const ledelseLog = createRoute({ getParentRoute: () => ledelse, path: '/logg' });
const vaktliste = createRoute({
  getParentRoute: () => shell,
  path: '/vaktliste',
  component: lazyRouteComponent(() => import('../workplaces/vaktliste/index.tsx'), 'Workplace'),
});
const register = createRoute({
  getParentRoute: () => shell,
  path: '/register',
  component: lazyRouteComponent(() => import('../workplaces/register/index.tsx'), 'Workplace'),
});
const personsoker = createRoute({
  getParentRoute: () => shell,
  path: '/personsoker',
  component: lazyRouteComponent(() => import('../workplaces/personsoker/index.tsx'), 'Workplace'),
});

const tree = root.addChildren([
  pageAnswer,
  shell.addChildren([
    start,
    sentral.addChildren([sentralContact]),
    legevakt.addChildren([legevaktContact]),
    ledelse.addChildren([ledelseLog]),
    vaktliste,
    register,
    personsoker,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  notFoundMode: 'root',
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function Start() {
  const first = workplacesOf(useSession())[0];
  return first ? <Navigate to={first.path} replace /> : <NoWorkplacePage />;
}
