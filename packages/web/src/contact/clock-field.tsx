import type { Instant } from '@vakthavende/core/kernel';
import type { Ref } from 'react';
import { serverNow, TextInput } from '../ui/index.ts';
import { type ClockEntry, parseFutureClock, parsePastClock } from './clock-entry.ts';
import { readingText } from './moment.ts';
import { texts } from './texts.nb.ts';

export interface ClockFieldProps {
  readonly label: string;
  readonly direction: 'past' | 'future';
  readonly value: string;
  /** The text, and the instant it was read as when it was typed: later the same text may mean another day. */
  readonly onChange: (text: string, at: Instant | undefined) => void;
  readonly onEnter?: (() => void) | undefined;
  readonly hint?: string | undefined;
  readonly keys?: string | undefined;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement> | undefined;
}

/** A clock time as one types it (`2110`, `+30`), with what it was read as beside it. */
export function ClockField(props: ClockFieldProps) {
  const entry = read(props.direction, props.value);
  return (
    <div className="clock-field">
      <TextInput
        label={props.label}
        value={props.value}
        keys={props.keys}
        inputRef={props.inputRef}
        onChange={(text) => props.onChange(text, instantOf(read(props.direction, text)))}
        onEnter={props.onEnter}
        error={props.error ?? (entry.kind === 'wrong' && props.value.length >= 3 ? texts.clock[entry.code] : undefined)}
        input={{ inputMode: 'text', autoComplete: 'off', maxLength: 20 }}
      />
      <output className="clock-reading">{entry.kind === 'time' ? readingText(entry.reading, serverNow()) : props.hint}</output>
    </div>
  );
}

function read(direction: 'past' | 'future', text: string): ClockEntry {
  return direction === 'past' ? parsePastClock(text, serverNow()) : parseFutureClock(text, serverNow());
}

function instantOf(entry: ClockEntry): Instant | undefined {
  return entry.kind === 'time' ? entry.reading.at : undefined;
}
