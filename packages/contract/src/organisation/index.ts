export { getSession, Session } from './session.ts';
