// What workplaces and contexts may use of the shell. The router is not here: it knows the workplaces, and they come back to this file.
export { addressOf, call, type InputTo } from './api.ts';
export { type CommandInput, markSent, markUnsent, send, useCommand, useUnsentCount } from './commands.ts';
export { inTurn } from './in-turn.ts';
export { useContactId, useOpenContact, useSubPath } from './navigation.ts';
export { AnswerError, isPassing, OfflineError, ProblemError } from './problem.ts';
export { mayDo, useCan, useSession } from './session.tsx';
export { useTitle } from './title.ts';
export { type UnitChoice, useUnit } from './unit.tsx';
