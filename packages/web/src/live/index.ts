export { type Change, type Connection, startLive, useConnection, useLive } from './live.ts';
export { concerns, type LiveFilter, type LiveQueryOptions, useLiveQuery, useLiveView, viewKey } from './live-query.ts';
