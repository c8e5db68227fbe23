import type { ContactDetail } from '@vakthavende/contract/contact';
import type { UnitRow } from '@vakthavende/contract/organisation';
import type { Pack, Suggestion } from '@vakthavende/core/triage';
import { createContext, useContext } from 'react';
import type { Orders } from '../../../contact/index.ts';
import type { Assessment } from '../../../triage/index.ts';
import type { FormDraft } from '../form-draft.ts';
import type { FormStep } from '../key-map.ts';
import type { CurrentContact } from './current.ts';

/** What every part of the form works with. */
export interface SentralForm {
  readonly contactId: string;
  readonly unit: string;
  readonly detail: ContactDetail | undefined;
  readonly current: CurrentContact;
  readonly draft: FormDraft;
  readonly edit: (patch: Partial<FormDraft>) => void;
  readonly orders: Orders;
  readonly pack: Pack | undefined;
  readonly packFailed: boolean;
  readonly assessment: Assessment;
  readonly suggestion: Suggestion | undefined;
  readonly units: readonly UnitRow[];
  readonly callerNumber: string | undefined;
  /** Moves the focus to a step, or to the next one that is on the page. */
  readonly go: (step: FormStep) => void;
}

export const FormContext = createContext<SentralForm | undefined>(undefined);

export function useForm(): SentralForm {
  const form = useContext(FormContext);
  if (!form) throw new Error('useForm outside the contact form');
  return form;
}
