import type { LocalDate } from '../kernel/index.ts';

/** Who the patient is, as far as known. All four must be quick to enter; an unknown may be identified later. */
export type Identity =
  | { readonly kind: 'nationalId'; readonly number: string; readonly name: string; readonly birthDate?: LocalDate | undefined }
  | { readonly kind: 'nameAndBirth'; readonly name: string; readonly birthDate?: LocalDate | undefined; readonly sex?: Sex | undefined }
  | {
      readonly kind: 'foreign';
      readonly name: string;
      readonly birthDate?: LocalDate | undefined;
      readonly country: string;
      readonly document?: string | undefined;
    }
  | { readonly kind: 'unknown'; readonly description?: string | undefined };

export type Sex = 'female' | 'male' | 'unknown';
