import { Combo, type ComboOption, Field } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';

/** One of a few. With `none` it may be left open. */
export function Select<Value extends string>(props: {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly none?: string;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Field label={props.label}>
      {(control) => (
        // The values are those of the options.
        <select {...control} className="ds-input" value={props.value} onChange={(event) => props.onChange(event.target.value as Value)}>
          {props.none !== undefined && <option value="">{props.none}</option>}
          {props.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Several, each taken away by its own button, and a field with suggestions for one more. */
export function Many(props: {
  readonly label: string;
  readonly add: string;
  readonly chosen: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly options: readonly ComboOption<string>[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
}) {
  const { chosen, nameOf, onChange } = props;
  return (
    <fieldset className="many">
      <legend className="field-label">{props.label}</legend>
      {chosen.length > 0 && (
        <ul className="many-chosen">
          {chosen.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <button
                type="button"
                aria-label={texts.editor.remove(nameOf(id))}
                onClick={() => onChange(chosen.filter((each) => each !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combo
        label={props.add}
        options={props.options.filter(({ key }) => !chosen.includes(key))}
        onPick={({ value }) => onChange([...chosen, value])}
        clearOnPick
        error={props.error}
      />
    </fieldset>
  );
}
