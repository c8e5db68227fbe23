import { Button } from '@digdir/designsystemet-react';
import type { Instant } from '@vakthavende/core/kernel';
import { useRef } from 'react';
import { ClockField, contactTexts } from '../../../contact/index.ts';
import { momentText, serverNow, useKeys } from '../../../ui/index.ts';
import { boardKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';

export interface Occurred {
  readonly text: string;
  readonly at?: Instant | undefined;
}

export const noOccurred: Occurred = { text: '' };

/** Late entry: while a time stands here, every step is told as having happened then. */
export function OccurredField(props: { readonly value: Occurred; readonly onChange: (value: Occurred) => void }) {
  const { value, onChange } = props;
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const t = contactTexts.occurred;
  useKeys([{ keys: boardKeys.occurred, label: texts.keys.occurred, group: texts.contactKeysGroup, run: () => field.current?.focus() }]);
  return (
    <div className="lv-occurred" data-active={value.at !== undefined}>
      <ClockField
        label={t.label}
        direction="past"
        keys={boardKeys.occurred}
        hint={t.hint}
        value={value.text}
        inputRef={field}
        onChange={(text, at) => onChange({ text, at })}
        onEnter={() => field.current?.blur()}
      />
      {value.at !== undefined && (
        <div className="lv-occurred-active" role="status">
          <span>{texts.contact.lateEntry(momentText(value.at, serverNow()))}</span>
          <Button data-size="sm" variant="tertiary" onClick={() => onChange(noOccurred)}>
            {t.clear}
          </Button>
        </div>
      )}
    </div>
  );
}
