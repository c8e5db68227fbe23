export { callKind, callStream, unrouted } from './call-stream.ts';
export { contactsOfCaller } from './callers.ts';
export { nationalNumber, routeOf } from './exchange.ts';
export { type TelephonyDeps, telephonyRoutes } from './routes.ts';
