import { Button } from '@digdir/designsystemet-react';
import type { ContactDetail } from '@vakthavende/contract/contact';
import type { Entry } from './orders/outbox.ts';
import { texts } from './texts.nb.ts';

/** Two wrote the same matter: what the other put there stands beside what was written here, and nothing is lost until one is chosen. */
export function Conflict(props: {
  readonly entry: Entry | undefined;
  /** Tells names that the refusal does not. */
  readonly detail?: ContactDetail | undefined;
  readonly mine: string;
  readonly theirs: string | undefined;
  /** Sends it again as it was written, having seen the other's. */
  readonly onKeepMine: (seen: number) => void;
  readonly onTakeTheirs: () => void;
}) {
  const problem = props.entry?.state === 'refused' ? props.entry.problem : undefined;
  if (problem?.code !== 'contact-changed') return null;
  const t = texts.conflict;
  return (
    <fieldset className="conflict">
      <legend>
        <span role="alert">{t.heading(changers(problem['changes'], props.detail))}</span>
      </legend>
      <dl>
        <dt>{t.theirs}</dt>
        <dd>{props.theirs || t.empty}</dd>
        <dt>{t.mine}</dt>
        <dd>{props.mine || t.empty}</dd>
      </dl>
      <div className="conflict-choices">
        <Button data-size="sm" onClick={() => props.onKeepMine(typeof problem['sequence'] === 'number' ? problem['sequence'] : 0)}>
          {t.keepMine}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={props.onTakeTheirs}>
          {t.takeTheirs}
        </Button>
      </div>
    </fieldset>
  );
}

/** Names of those who changed it: the refusal tells them, or the timeline. */
function changers(changes: unknown, detail: ContactDetail | undefined): string {
  const named = Array.isArray(changes) ? changes.filter(isChange) : [];
  const names = named.map((change) => change.byName || detail?.timeline.find((entry) => entry.sequence === change.sequence)?.byName);
  return [...new Set(names.filter(Boolean))].join(' og ') || texts.conflict.someone;
}

interface Change {
  readonly sequence?: number;
  readonly byName?: string;
}

function isChange(one: unknown): one is Change {
  return typeof one === 'object' && one !== null;
}
