import { useEffect, useRef } from 'react';
import { firesWhileTyping, type KeyBinding, matches } from './key-match.ts';
import { observable } from './observable.ts';

export type { KeyBinding } from './key-match.ts';

interface Layer {
  readonly current: readonly KeyBinding[];
  /** Nothing that came before it is asked: a dialog is open. */
  readonly barrier?: boolean;
}
/** Who came last is asked first: a dialog before its page, a page before the shell. */
export const keyLayers = observable<readonly Layer[]>([]);
let listening = false;

/** Keys that work while the component is on the page. They do not fire while one writes in a field, except with Alt or Ctrl, F-keys and Escape. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const layer = useRef<readonly KeyBinding[]>(bindings);
  useEffect(() => {
    layer.current = bindings;
  });
  useEffect(() => {
    listen();
    keyLayers.set([...keyLayers.get(), layer]);
    return () => keyLayers.set(keyLayers.get().filter((other) => other !== layer));
  }, []);
}

/** Shuts out the keys of what lies under a dialog. Stands first in the dialog, so that the keys of its content come after. */
export function KeyBarrier(): null {
  useEffect(() => {
    const layer: Layer = { current: [], barrier: true };
    keyLayers.set([...keyLayers.get(), layer]);
    return () => keyLayers.set(keyLayers.get().filter((other) => other !== layer));
  }, []);
  return null;
}

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    const typing = takesText(event.target);
    for (const layer of [...keyLayers.get()].reverse()) {
      const hit = layer.current.find(
        (binding) => !binding.disabled && matches(binding.keys, event) && (!typing || firesWhileTyping(binding, event)),
      );
      if (!hit && layer.barrier) return;
      if (!hit) continue;
      event.preventDefault();
      hit.run();
      return;
    }
  });
}

const notText = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color', 'image']);

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !notText.has(target.type);
}
