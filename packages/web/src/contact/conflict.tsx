import { Button } from '@digdir/designsystemet-react';
import type { Entry } from './orders/outbox.ts';
import { texts } from './texts.nb.ts';

/** Two wrote the same matter: what the other put there stands beside what was written here, and nothing is lost until one is chosen. */
export function Conflict(props: {
  readonly entry: Entry | undefined;
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
      <legend role="alert">{t.heading(changers(problem['changes']))}</legend>
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

/** Names of those who changed it: the refusal tells them. */
function changers(changes: unknown): string {
  const names = Array.isArray(changes) ? changes.flatMap((one: unknown) => (isNamed(one) ? [one.byName] : [])) : [];
  return [...new Set(names)].join(' og ') || texts.conflict.someone;
}

function isNamed(one: unknown): one is { readonly byName: string } {
  return typeof one === 'object' && one !== null && 'byName' in one && typeof one.byName === 'string' && one.byName !== '';
}
