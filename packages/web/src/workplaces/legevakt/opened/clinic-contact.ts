import type { ContactDetail } from '@vakthavende/contract/contact';
import { createContext, useContext } from 'react';
import type { Orders } from '../../../contact/index.ts';
import type { StepId } from './steps.ts';

/** The contact that is open, for the parts of its panel. */
export interface ClinicContact {
  readonly contactId: string;
  readonly detail: ContactDetail;
  readonly orders: Orders;
  /** The clinic of the board. */
  readonly unit: string;
  readonly me: string;
  readonly myName: string;
  readonly role: 'nurse' | 'doctor' | undefined;
  readonly start: (step: StepId, about?: string) => void;
}

const Current = createContext<ClinicContact | undefined>(undefined);
export const ClinicContactGiven = Current;

export function useClinicContact(): ClinicContact {
  const contact = useContext(Current);
  if (!contact) throw new Error('useClinicContact outside the panel of a contact');
  return contact;
}
