import { osloDate } from '@vakthavende/core/kernel';
import { arrangementKinds, legalForms, municipalitiesOn, operatorKinds } from '@vakthavende/core/organisation';
import { useMemo } from 'react';
import { placeNameOn, registerWords } from '../../../organisation/index.ts';
import { type ComboOption, Panel, serverNow, TextInput } from '../../../ui/index.ts';
import { currentRows } from '../browse/things.ts';
import type { RegisterPart } from '../part.ts';
import { texts } from '../texts.nb.ts';
import type { ArrangementDraft, DraftField } from './draft.ts';
import { Many, Select } from './form-parts.tsx';

const t = texts.editor;

export interface FormPart extends RegisterPart {
  readonly draft: ArrangementDraft;
  readonly setDraft: (next: Partial<ArrangementDraft>) => void;
  /** Fields to point at. */
  readonly wrong: readonly DraftField[];
}

/** Who, where and by whom; the hours are beside. */
export function ArrangementForm(props: FormPart & { readonly isNew: boolean }) {
  const { draft, setDraft, wrong, loaded } = props;
  const { data } = loaded.register.now;
  const today = osloDate(serverNow());
  const places = usePlaceOptions(props);
  const municipalities = places.filter(({ key }) => key.length === 4);
  const nameOf = (place: string) => placeNameOn(loaded.register, place, today);
  const missing = (field: DraftField, text: string = t.missing) => (wrong.includes(field) ? text : undefined);
  const units = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map(({ id, name }) => [id, name] as const);
  return (
    <Panel title={texts.thing.about}>
      <div className="editor-fields">
        {props.isNew && (
          <TextInput
            label={t.id}
            description={t.idHelp}
            value={draft.id}
            onChange={(id) => setDraft({ id })}
            error={missing('id', t.wrongId)}
          />
        )}
        <TextInput label={t.name} value={draft.name} onChange={(name) => setDraft({ name })} error={missing('name')} />
        <div className="editor-pair">
          <TextInput
            type="date"
            label={t.firstDay}
            value={draft.from}
            onChange={(from) => setDraft({ from })}
            error={missing('from', t.wrongDate)}
          />
          <TextInput
            type="date"
            label={t.lastDay}
            description={t.lastDayHelp}
            value={draft.to}
            onChange={(to) => setDraft({ to })}
            error={missing('to', t.wrongDate)}
          />
        </div>
        <Select
          label={t.kind}
          value={draft.kind}
          options={arrangementKinds.map((kind) => [kind, registerWords.arrangementKinds[kind]])}
          onChange={(kind) => setDraft({ kind })}
        />
        <Many
          label={t.places}
          add={t.addPlace}
          chosen={draft.places}
          nameOf={nameOf}
          options={places}
          onChange={(chosen) => setDraft({ places: chosen })}
          error={missing('places', t.noPlaces)}
        />
        <div className="editor-pair">
          <Select
            label={t.operatorKind}
            none={t.notKnown}
            value={draft.operatorKind}
            options={operatorKinds.map((kind) => [kind, registerWords.operatorKinds[kind]])}
            onChange={(operatorKind) => setDraft({ operatorKind })}
          />
          {draft.operatorKind !== '' && (
            <TextInput
              label={t.operatorName}
              value={draft.operatorName}
              onChange={(operatorName) => setDraft({ operatorName })}
              error={missing('operatorName')}
            />
          )}
        </div>
        <Select
          label={t.legalForm}
          none={t.notKnown}
          value={draft.legalForm}
          options={legalForms.map((form) => [form, registerWords.legalForms[form]])}
          onChange={(legalForm) => setDraft({ legalForm })}
        />
        <div className="editor-pair">
          <Select
            label={t.host}
            none={t.none}
            value={draft.host}
            options={municipalities.map(({ key, label }) => [key, label])}
            onChange={(host) => setDraft({ host })}
          />
          <Select
            label={t.district}
            none={t.none}
            value={draft.district}
            options={units(currentRows(data.districts, today))}
            onChange={(district) => setDraft({ district })}
          />
        </div>
        <Many
          label={t.partners}
          add={t.addPartner}
          chosen={draft.partners}
          nameOf={nameOf}
          options={municipalities}
          onChange={(partners) => setDraft({ partners })}
        />
        <Many
          label={t.clinics}
          add={t.addClinic}
          chosen={draft.clinics}
          nameOf={(id) => data.clinics.find((clinic) => clinic.id === id)?.name ?? id}
          options={currentRows(data.clinics, today).map(({ id, name }) => ({ key: id, label: name, value: id }))}
          onChange={(clinics) => setDraft({ clinics })}
        />
        <div className="editor-pair">
          <Select
            label={t.callCentre}
            none={t.none}
            value={draft.callCentre}
            options={units(currentRows(data.callCentres, today))}
            onChange={(callCentre) => setDraft({ callCentre })}
          />
          <TextInput label={t.phones} description={t.phonesHelp} value={draft.phones} onChange={(phones) => setDraft({ phones })} />
        </div>
        <TextInput label={t.comment} rows={2} value={draft.comment} onChange={(comment) => setDraft({ comment })} />
        <TextInput
          label={t.source}
          description={t.sourceHelp}
          value={draft.source}
          onChange={(source) => setDraft({ source })}
          error={missing('source')}
        />
      </div>
    </Panel>
  );
}

/** Today's municipalities and the parts of them that the list names. */
function usePlaceOptions({ loaded }: RegisterPart): readonly ComboOption<string>[] {
  const { register } = loaded;
  const today = osloDate(serverNow());
  return useMemo(() => {
    const parts = [...new Set(register.now.data.parts.map(({ id }) => id))];
    return [...municipalitiesOn(register.now, today), ...parts]
      .map((place) => ({ key: place, label: placeNameOn(register, place, today), detail: place, value: place }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'nb'));
  }, [register, today]);
}
