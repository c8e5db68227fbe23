import { Button } from '@digdir/designsystemet-react';
import type { Arrangement, Opening } from '@vakthavende/core/organisation';
import { useState } from 'react';
import { useCan } from '../../../app/index.ts';
import { openingText, placeNameOn, registerWords } from '../../../organisation/index.ts';
import { Alert, Facts, Panel } from '../../../ui/index.ts';
import { EditArrangement } from '../editor/edit-arrangement.tsx';
import { EndDialog } from '../editor/end-dialog.tsx';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import { PlaceLink, ThingLink } from '../thing-link.tsx';
import { HistoryPanel } from './history.tsx';
import { ThingHead } from './thing-head.tsx';
import { Weeks } from './weeks.tsx';
import { dayText, exceptionText, validText } from './words.ts';

const t = texts.thing;

/** The way some places' duty is met: what it says, the week it makes, and its periods and history. */
export function ArrangementPage(props: RegisterPart & { readonly row: Arrangement }) {
  const { row, shown, loaded } = props;
  const [editing, setEditing] = useState(false);
  const [ending, setEnding] = useState(false);
  const mayEdit = useCan('editRegister') && shown.asKnownAt === undefined;
  const periods = loaded.register.now.data.arrangements.filter(({ id }) => id === row.id);
  if (editing) return <EditArrangement {...props} row={row} onDone={() => setEditing(false)} />;
  return (
    <div className="thing">
      <ThingHead
        shown={shown}
        kind="arrangements"
        row={row}
        actions={
          mayEdit && (
            <>
              <Button onClick={() => setEditing(true)}>{t.edit}</Button>
              {row.valid.to === undefined && (
                <Button variant="secondary" onClick={() => setEnding(true)}>
                  {t.end} …
                </Button>
              )}
            </>
          )
        }
      />
      {row.notes.length > 0 && (
        <Alert tone="warning" title={t.notes}>
          <ul>
            {row.notes.map(({ code, text }) => (
              <li key={`${code} ${text}`}>{text}</li>
            ))}
          </ul>
        </Alert>
      )}
      <div className="thing-columns">
        <Panel title={t.about}>
          <About {...props} />
        </Panel>
        <Panel title={t.opening}>
          <OpeningFacts opening={row.opening} />
          {periods.length > 1 && (
            <Facts
              rows={periods
                .toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
                .map((period) => [validText(period.valid), openingText(period.opening).join(' / ')] as const)}
            />
          )}
        </Panel>
      </div>
      <Weeks {...props} places={row.places} />
      <HistoryPanel {...props} kind="arrangements" id={row.id} />
      {ending && <EndDialog {...props} onClose={() => setEnding(false)} />}
    </div>
  );
}

function About({ row, shown, loaded, date }: RegisterPart & { readonly row: Arrangement }) {
  const { data } = loaded.register.now;
  const nameOf = (place: string) => placeNameOn(loaded.register, place, date);
  const named = (rows: readonly { readonly id: string; readonly name: string }[], id: string) =>
    rows.find((each) => each.id === id)?.name ?? id;
  return (
    <Facts
      rows={[
        [t.kind, registerWords.arrangementKinds[row.kind]],
        [
          t.places,
          <ul key="p" className="thing-list inline">
            {row.places.map((place) => (
              <li key={place}>
                <PlaceLink shown={shown} place={place} name={nameOf(place)} />
              </li>
            ))}
          </ul>,
        ],
        [
          t.operator,
          row.operator ? `${row.operator.name} (${registerWords.operatorKinds[row.operator.kind].toLowerCase()})` : texts.notKnown,
        ],
        [t.legalForm, row.legalForm ? registerWords.legalForms[row.legalForm] : texts.notKnown],
        ...(row.host ? [[t.host, nameOf(row.host)] as const] : []),
        ...(row.partners.length > 0 ? [[t.partners, row.partners.map(nameOf).join(', ')] as const] : []),
        ...(row.district
          ? [
              [
                t.district,
                <ThingLink key="d" shown={shown} kind="districts" id={row.district} name={named(data.districts, row.district)} />,
              ] as const,
            ]
          : []),
        ...(row.clinics.length > 0
          ? [
              [
                t.clinics,
                <ul key="c" className="thing-list inline">
                  {row.clinics.map((id) => (
                    <li key={id}>
                      <ThingLink shown={shown} kind="clinics" id={id} name={named(data.clinics, id)} />
                    </li>
                  ))}
                </ul>,
              ] as const,
            ]
          : []),
        ...(row.callCentre
          ? [
              [
                t.callCentre,
                <ThingLink key="s" shown={shown} kind="callCentres" id={row.callCentre} name={named(data.callCentres, row.callCentre)} />,
              ] as const,
            ]
          : []),
        [t.phone, row.phones.join(', ') || texts.notKnown],
        ...(row.comment ? [[t.comment, row.comment] as const] : []),
        [t.valid, validText(row.valid)],
        [t.source, row.source],
      ]}
    />
  );
}

export function OpeningFacts({ opening }: { readonly opening: Opening }) {
  const { pattern, exceptions } = opening;
  return (
    <Facts
      rows={[
        [
          t.opening,
          <ul key="o" className="plain-list">
            {openingText(opening).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
        ],
        ...(pattern.kind === 'cycle' ? [['', t.cycleAnchor(dayText(pattern.anchor))] as const] : []),
        [t.holidays, registerWords.holidayRules[opening.holidays]],
        ...(exceptions.length > 0
          ? [
              [
                t.exceptions,
                <ul key="e" className="plain-list">
                  {exceptions.map((each) => (
                    <li key={each.on}>{exceptionText(each)}</li>
                  ))}
                </ul>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
}
