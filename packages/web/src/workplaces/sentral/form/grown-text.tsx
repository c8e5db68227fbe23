import { Textarea } from '@digdir/designsystemet-react';
import type { KeyboardEvent } from 'react';
import { Field, tooLong } from '../../../ui/index.ts';

/** Free text that grows with what is written. Enter goes on; Shift+Enter is a new line; Ctrl+Enter is left to the form. */
export function GrownText(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly step?: string | undefined;
  readonly error?: string | undefined;
  readonly maxLength: number;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
}) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    props.onEnter();
  };
  return (
    <Field label={props.label} description={props.hint} error={props.error ?? tooLong(props.value, props.maxLength)}>
      {(control) => (
        <Textarea
          {...control}
          className="grown-text"
          data-step={props.step}
          rows={2}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={press}
        />
      )}
    </Field>
  );
}
