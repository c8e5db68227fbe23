/**
 * An expected no, as data: `code` is stable and public, `field` is the path of the input that it concerns
 * (`identity.number`), the rest is what the user needs to know. Texts live in the contract package.
 */
export interface Refusal {
  readonly code: string;
  readonly field?: string | undefined;
}

/** What `decide` answers: events to be stored, or a named refusal. It never throws for what a user can cause. */
export type Decision<Event, Refused extends Refusal> =
  | { readonly accepted: true; readonly events: readonly Event[] }
  | { readonly accepted: false; readonly refusal: Refused };

export function accept<Event>(...events: readonly Event[]): { readonly accepted: true; readonly events: readonly Event[] } {
  return { accepted: true, events };
}

export function refuse<Refused extends Refusal>(refusal: Refused): { readonly accepted: false; readonly refusal: Refused } {
  return { accepted: false, refusal };
}
