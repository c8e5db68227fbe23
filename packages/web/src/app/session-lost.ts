import { observable } from '../ui/observable.ts';

/** The server no longer knows who we are. The page stays as it is under a question to log in again. */
export const sessionLost = observable(false);
