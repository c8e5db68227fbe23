import { type RefObject, useLayoutEffect, useState } from 'react';
import { type FormStep, formSteps } from '../key-map.ts';

/**
 * Moves the focus from step to step. It happens in the same turn as the key that asked for it, after the page has been drawn anew,
 * so that the next key, however fast, lands where the operator means it to.
 */
export function useStepFocus(form: RefObject<HTMLElement | null>): (step: FormStep) => void {
  const [wanted, setWanted] = useState<{ readonly step: FormStep }>();
  useLayoutEffect(() => {
    if (wanted && form.current) focusFrom(form.current, formSteps.indexOf(wanted.step));
  }, [wanted, form]);
  return (step) => setWanted({ step });
}

/** One step up or down from where the focus is. */
export function neighbour(form: HTMLElement, direction: 1 | -1): void {
  const here = document.activeElement?.closest('[data-step]')?.getAttribute('data-step');
  const present = formSteps.filter((step) => controlOf(form, step) !== undefined);
  const at = present.findIndex((step) => step === here);
  const next = present[at === -1 ? 0 : Math.min(present.length - 1, Math.max(0, at + direction))];
  if (next) focusFrom(form, formSteps.indexOf(next));
}

function focusFrom(form: HTMLElement, index: number): void {
  for (const step of formSteps.slice(index)) {
    const control = controlOf(form, step);
    if (!control) continue;
    control.focus();
    if (control instanceof HTMLInputElement) control.select();
    control.scrollIntoView({ block: 'nearest' });
    return;
  }
}

function controlOf(form: HTMLElement, step: FormStep): HTMLElement | undefined {
  const marked = form.querySelector<HTMLElement>(`[data-step="${step}"]`);
  if (!marked) return undefined;
  const selector = 'input:not(:disabled), textarea:not(:disabled), button:not(:disabled)';
  return marked.matches(selector) ? marked : (marked.querySelector<HTMLElement>(selector) ?? undefined);
}
