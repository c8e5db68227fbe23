import { type ReactNode, useId } from 'react';

/** One part of the form: its short name in the margin, its fields beside. */
export function Section(props: { readonly name: string; readonly step?: string | undefined; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-section" aria-labelledby={id}>
      <h3 id={id}>{props.name}</h3>
      <div className="form-fields" data-step={props.step}>
        {props.children}
      </div>
    </section>
  );
}
