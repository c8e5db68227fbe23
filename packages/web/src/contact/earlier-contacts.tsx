import { Button } from '@digdir/designsystemet-react';
import type { ContactRow } from '@vakthavende/contract/contact';
import { osloDate } from '@vakthavende/core/kernel';
import { Time, UrgencyMark, useNow } from '../ui/index.ts';
import { patientText } from './patient-text.ts';
import { actionNames, outcomeNames, statusNames, texts } from './texts.nb.ts';
import { type EarlierSearch, useEarlier } from './views.ts';

export interface EarlierContactsProps {
  readonly label: string;
  readonly search: EarlierSearch | undefined;
  /** The contact on the screen: not earlier than itself. */
  readonly except?: string | undefined;
  readonly onOpen: (contactId: string) => void;
  /** The call on the screen may belong to a contact that is open already. */
  readonly onLink?: ((contactId: string) => void) | undefined;
}

/** Earlier contacts by number or by person, found by themselves; the open ones first, ready for linking. */
export function EarlierContacts(props: EarlierContactsProps) {
  const query = useEarlier(props.search, props.except);
  if (!props.search) return null;
  const rows = (query.data?.rows ?? []).filter((row) => row.contactId !== props.except);
  const open = rows.filter((row) => row.closedAt === undefined);
  const ordered = [...open, ...rows.filter((row) => row.closedAt !== undefined)];
  return (
    <section className="earlier" aria-label={props.label}>
      <h3>{props.label}</h3>
      {query.isPending && <p className="quiet">{texts.earlier.searching}</p>}
      {query.data && ordered.length === 0 && <p className="quiet">{texts.earlier.none}</p>}
      <ul>
        {ordered.map((row) => (
          <Earlier key={row.contactId} row={row} {...props} />
        ))}
      </ul>
      {query.data && query.data.elsewhere > 0 && <p className="quiet">{texts.earlier.elsewhere(query.data.elsewhere)}</p>}
    </section>
  );
}

function Earlier(props: EarlierContactsProps & { readonly row: ContactRow }) {
  const { row } = props;
  const who = patientText(row, osloDate(useNow()));
  const isOpen = row.closedAt === undefined;
  return (
    <li data-open={isOpen}>
      <button type="button" className="earlier-open" onClick={() => props.onOpen(row.contactId)}>
        <UrgencyMark urgency={row.urgency} size="sm" />
        <span className="earlier-text">
          <span>
            <Time at={row.openedAt} /> <strong>{who}</strong>
          </span>
          <span className="quiet">
            {[row.reason, row.action && actionNames[row.action], row.outcome ? outcomeNames[row.outcome] : statusNames[row.status]]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </button>
      {isOpen && props.onLink && (
        <Button data-size="sm" variant="secondary" aria-label={texts.earlier.linkTo(who)} onClick={() => props.onLink?.(row.contactId)}>
          {texts.earlier.link}
        </Button>
      )}
    </li>
  );
}
