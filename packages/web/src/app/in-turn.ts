const last = new Map<string, Promise<unknown>>();

/** Runs the work of one queue one at a time, in the order given; the failure of one does not stop the next. */
export function inTurn<T>(queue: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(queue);
  const mine = before ? before.then(work, work) : work();
  last.set(queue, mine);
  const done = () => {
    if (last.get(queue) === mine) last.delete(queue);
  };
  mine.then(done, done);
  return mine;
}
