/**
 * Makes a function of which many calls become few runs: the first call runs it after `delay`, calls meanwhile join that run, and calls while it
 * runs give one more run at once after it. So at most one is under way, and none of the calls is older than the last run.
 */
export function coalesced(run: () => Promise<unknown>, delay: number): () => void {
  let state: 'idle' | 'waiting' | 'running' | 'again' = 'idle';
  const go = () => {
    state = 'running';
    const done = () => {
      if (state === 'again') go();
      else state = 'idle';
    };
    run().then(done, done);
  };
  return () => {
    if (state === 'idle') {
      state = 'waiting';
      setTimeout(go, delay);
    } else if (state === 'running') state = 'again';
  };
}
