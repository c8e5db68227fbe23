export { ExchangeAnswer, ExchangeEventIn, ExchangeId, PhoneNumber, postExchangeEvents } from './exchange.ts';
export { CallCommandIn, getQueue, postCallCommand, QueueRow } from './queue.ts';
export { telephonyRefusals } from './texts.nb.ts';
