import type { WireOrder } from '../../../contact/index.ts';
import type { InstantStep } from './steps.ts';

/** The order of a step that is one press. Undefined where the role says it is not one's to give. */
export function instantOrder(
  step: InstantStep,
  at: { readonly unit: string; readonly role: 'nurse' | 'doctor' | undefined },
): WireOrder | undefined {
  switch (step) {
    case 'acknowledge':
      return { type: 'acknowledge' };
    case 'arrive':
      return { type: 'arrive', clinicId: at.unit };
    case 'take':
      return at.role && { type: 'take', as: at.role };
    case 'wait':
      return { type: 'returnToWaiting' };
  }
}
