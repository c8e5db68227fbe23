/**
 * Saves the newest value soon: at once when nothing is under way, else when the one under way is done and `pause` has gone. `flush` does not wait.
 * Values in between are passed over.
 */
export interface Saver<T> {
  readonly put: (value: T) => void;
  readonly flush: () => void;
}

export function saver<T>(save: (value: T) => Promise<void>, pause: number): Saver<T> {
  let next: { readonly value: T } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = false;
  const go = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!next || saving) return;
    const { value } = next;
    next = undefined;
    saving = true;
    const done = () => {
      saving = false;
      timer = setTimeout(go, pause);
    };
    save(value).then(done, done);
  };
  return {
    put: (value) => {
      next = { value };
      if (!saving && timer === undefined) go();
    },
    flush: go,
  };
}
