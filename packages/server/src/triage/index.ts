export { loadPack } from './content.ts';
export { triageRoutes } from './routes.ts';
