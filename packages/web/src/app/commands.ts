import type { ResponseOf, Route } from '@vakthavende/contract/kernel';
import { useCallback, useRef, useState } from 'react';
import { observable, useObservable } from '../ui/observable.ts';
import { addressOf, call, type InputTo } from './api.ts';
import { inTurn } from './in-turn.ts';
import { isPassing } from './problem.ts';
import { persistently } from './retry.ts';

type WithoutId<Body> = Body extends unknown ? Omit<Body, 'commandId'> : never;
/** What a command's route takes, but for the command's id, which is made here. */
export type CommandInput<R extends Route> = Omit<InputTo<R>, 'body'> & { readonly body: WithoutId<InputTo<R>['body']> };

/** Commands given but not yet answered while the connection is down. */
const unsent = observable<readonly string[]>([]);

/** How many commands wait for the connection to come back. */
export function useUnsentCount(): number {
  return useObservable(unsent).length;
}

/** Counts a command among those that wait; for a context that keeps its own row of them. */
export function markUnsent(commandId: string): void {
  if (!unsent.get().includes(commandId)) unsent.set([...unsent.get(), commandId]);
}

export function markSent(commandId: string): void {
  if (unsent.get().includes(commandId)) unsent.set(unsent.get().filter((id) => id !== commandId));
}

/**
 * Sends a command. It gets its own id; while the server is not reached it is sent again with the same id, so that it takes effect once, and
 * the answer is the first one's. Commands to the same address (the same contact, the same call) go in the order given.
 * @throws ProblemError when it is refused.
 */
export function send<R extends Route>(route: R, input: CommandInput<R>): Promise<ResponseOf<R>> {
  const commandId = crypto.randomUUID();
  // The id was the one part of the body that was left out.
  const whole = { ...input, body: { ...(input.body as object), commandId } } as unknown as InputTo<R>;
  return inTurn(addressOf(route, input), () =>
    persistently(() => call(route, whole), {
      isPassing,
      onWaiting: () => markUnsent(commandId),
    }).finally(() => markSent(commandId)),
  );
}

/** `send` for a component: tells whether it is under way, and what it was refused for until the next one. */
export function useCommand<R extends Route>(route: R) {
  const [problem, setProblem] = useState<unknown>();
  const [underWay, setUnderWay] = useState(0);
  const latest = useRef(0);
  const give = useCallback(
    async (input: CommandInput<R>): Promise<ResponseOf<R> | undefined> => {
      latest.current += 1;
      const mine = latest.current;
      setProblem(undefined);
      setUnderWay((count) => count + 1);
      try {
        return await send(route, input);
      } catch (error) {
        if (mine === latest.current) setProblem(error);
        return undefined;
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
    [route],
  );
  const reset = useCallback(() => setProblem(undefined), []);
  return { give, reset, problem, busy: underWay > 0 } as const;
}

/** A page with unsent commands asks before it is closed. */
export function guardUnsent(): void {
  window.addEventListener('beforeunload', (event) => {
    if (unsent.get().length > 0) event.preventDefault();
  });
}
