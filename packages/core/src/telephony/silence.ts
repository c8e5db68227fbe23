import { hour, type Milliseconds } from '../kernel/index.ts';

/** Nothing heard of a leg for so long: its end is probably lost. An ordinary wait is minutes; the worst published medians are far under an hour. Own choice. */
export const silence: Milliseconds = 2 * hour;
/** How long an unanswered call is offered for calling back. Own choice; the console lists them and the server sends them. */
export const lostFor: Milliseconds = hour;
