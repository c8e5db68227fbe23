export { contactKind } from './contact-stream.ts';
export { loadDiagnoses } from './diagnoses.ts';
export { pagesIn } from './page-store.ts';
export { startPager } from './pager.ts';
export { demoGateway, httpGateway, type PagerGateway } from './pager-gateway.ts';
export { pagerRoutes } from './pager-routes.ts';
export { contactRoutes } from './routes.ts';
