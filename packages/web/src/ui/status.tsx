import { useEffect } from 'react';
import { observable, useObservable } from './observable.ts';
import type { Tone } from './pieces.tsx';
import { texts } from './texts.nb.ts';

interface Message {
  readonly id: number;
  readonly text: string;
  readonly tone: Tone;
  readonly urgent: boolean;
}

const messages = observable<readonly Message[]>([]);
let last = 0;
const shownFor = 6_000;

/** Says something for a few seconds: on the screen, and read out when the screen reader is ready (`urgent`: at once). No person data. */
export function say(text: string, options: { readonly tone?: Tone; readonly urgent?: boolean } = {}): void {
  last += 1;
  messages.set([...messages.get().slice(-3), { id: last, text, tone: options.tone ?? 'info', urgent: options.urgent ?? false }]);
}

/** Stands once on the page, in the shell. The live regions are always there, or the first message would not be read. */
export function StatusRegion() {
  const all = useObservable(messages);
  return (
    <div className="toasts">
      <div role="status" aria-live="polite">
        {all.filter((message) => !message.urgent).map(shown)}
      </div>
      <div role="alert" aria-live="assertive">
        {all.filter((message) => message.urgent).map(shown)}
      </div>
    </div>
  );
}

function shown(message: Message) {
  return <Toast key={message.id} message={message} />;
}

function Toast({ message }: { readonly message: Message }) {
  useEffect(() => {
    const timer = setTimeout(() => remove(message.id), shownFor);
    return () => clearTimeout(timer);
  }, [message.id]);
  return (
    <div className="toast" data-tone={message.tone}>
      <span>{message.text}</span>
      <button type="button" aria-label={texts.dismiss} onClick={() => remove(message.id)}>
        ×
      </button>
    </div>
  );
}

function remove(id: number): void {
  messages.set(messages.get().filter((message) => message.id !== id));
}
