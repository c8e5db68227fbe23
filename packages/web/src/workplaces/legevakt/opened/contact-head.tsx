import { Button } from '@digdir/designsystemet-react';
import { osloDate, parseLocalDate } from '@vakthavende/core/kernel';
import { contactTexts, personFacts, statusNames } from '../../../contact/index.ts';
import { Kbd, useNow } from '../../../ui/index.ts';
import { PagingState } from '../board/paging-state.tsx';
import { boardKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { useClinicContact } from './clinic-contact.ts';

/** Who it is, and how the contact stands. */
export function ContactHead(props: { readonly onClose: () => void }) {
  const { detail, me } = useClinicContact();
  const today = osloDate(useNow());
  const { identity } = detail;
  const born = 'birthDate' in identity && identity.birthDate ? parseLocalDate(identity.birthDate) : undefined;
  const facts = [
    personFacts({ birthDate: born, sex: identity.kind === 'nameAndBirth' ? identity.sex : undefined }, today),
    identity.kind === 'nationalId' ? `${contactTexts.nationalId} ${identity.number}` : '',
    identity.kind === 'foreign' ? [identity.country, identity.document].filter(Boolean).join(', ') : '',
  ];
  const unknown = identity.kind === 'unknown';
  const taken =
    detail.takenBy === undefined
      ? undefined
      : detail.takenBy === me
        ? texts.withMe(detail.takenAs)
        : texts.with(detail.takenByName ?? '', detail.takenAs);
  return (
    <header className="lv-contact-top">
      <div className="lv-contact-who">
        <h2>
          {unknown && <span className="lv-unknown-mark">{texts.unknown}</span>}
          {unknown ? (identity.description ?? contactTexts.notIdentified) : identity.name}
        </h2>
        <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
        <p className="lv-contact-state">
          <span className="lv-status" data-status={detail.status}>
            {statusNames[detail.status]}
          </span>
          {taken && <span>{taken}</span>}
          {detail.closedAt === undefined && <PagingState paging={detail.paging} />}
        </p>
      </div>
      <Button variant="tertiary" onClick={props.onClose}>
        {texts.contact.close}
        <Kbd keys={boardKeys.back} />
      </Button>
    </header>
  );
}
