import { Input } from '@digdir/designsystemet-react';
import { type Complaint, type Pack, searchComplaints } from '@vakthavende/core/triage';
import { type KeyboardEvent, useId, useState } from 'react';
import { Field } from '../ui/index.ts';
import { texts } from './texts.nb.ts';

const shown = 7;

/** Type a few letters of the complaint or of a word for it; the first hit is ready for Enter. Hits come at once: the pack is on the screen's side. */
export function ComplaintField(props: {
  readonly pack: Pack;
  readonly chosen: string | undefined;
  readonly onPick: (complaint: Complaint) => void;
  readonly onSkip: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const [at, setAt] = useState(0);
  const chosen = props.pack.complaints.find((complaint) => complaint.id === props.chosen);
  const hits = typed === undefined ? [] : searchComplaints(props.pack, typed).slice(0, shown);
  const current = Math.min(at, Math.max(0, hits.length - 1));
  const pick = (complaint: Complaint) => {
    setTyped(undefined);
    setAt(0);
    props.onPick(complaint);
  };
  const press = (event: KeyboardEvent) => {
    const hit = hits[current];
    if (event.key === 'ArrowDown' && typed === undefined) setTyped('');
    else if (event.key === 'ArrowDown' && hits.length > 0) setAt((current + 1) % hits.length);
    else if (event.key === 'ArrowUp' && hits.length > 0) setAt((current + hits.length - 1) % hits.length);
    else if (event.key === 'Enter' && hit && typed?.trim()) pick(hit);
    else if (event.key === 'Enter' && !typed?.trim()) props.onSkip();
    else if (event.key === 'Escape' && typed !== undefined) setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field label={texts.complaint} error={typed?.trim() && hits.length === 0 ? texts.noComplaint : undefined}>
      {(control) => (
        <div className="combo">
          <Input
            {...control}
            data-step="complaint"
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={hits.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={hits.length > 0 ? `${id}-${current}` : undefined}
            placeholder={texts.complaintPlaceholder}
            value={typed ?? chosen?.title ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onFocus={(event) => event.target.select()}
            onKeyDown={press}
            onBlur={() => setTyped(undefined)}
          />
          <div className="combo-list" id={`${id}-list`} role="listbox" aria-label={texts.complaint} hidden={hits.length === 0}>
            {hits.map((complaint, index) => (
              // The keyboard stays in the field and points here (aria-activedescendant).
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={complaint.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === current}
                className="combo-option"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(complaint)}
              >
                <span>{complaint.title}</span>
                <span className="quiet">{complaint.synonyms.slice(0, 3).join(', ')}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}
