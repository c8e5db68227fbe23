export { callKind, callStream } from './call-stream.ts';
export { centresOfCall, contactsOfCaller } from './callers.ts';
export { type ExchangeDeps, nationalNumber, receiveEvents, routeOf } from './exchange.ts';
export { demoExchange, type ExchangeGateway, httpExchange } from './exchange-gateway.ts';
export { type TelephonyDeps, telephonyRoutes } from './routes.ts';
