export { type Change, type Connection, startLive, useConnection, useLive } from './live.ts';
export { concerns, type LiveFilter } from './live-filter.ts';
export { type LiveQueryOptions, useLiveQuery, useLiveView, viewKey } from './live-query.ts';
