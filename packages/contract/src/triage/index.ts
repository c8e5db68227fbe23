import { urgencies } from '@vakthavende/core/triage';
import { z } from 'zod';
import { route } from '../kernel/index.ts';

const Urgency = z.enum(urgencies);

/** A decision-support pack as the console loads it; complete by core's check before it is served. */
export const getPack = route({
  method: 'GET',
  path: '/api/triage/pack',
  summary: 'The decision-support pack in use',
  response: z.looseObject({ id: z.string(), version: z.string() }),
});

export const getDiagnoses = route({
  method: 'GET',
  path: '/api/triage/diagnoses',
  summary: 'The loaded list of ICPC-2 codes (a small demonstration subset is shipped)',
  response: z.object({ list: z.string(), codes: z.array(z.object({ code: z.string(), text: z.string() })) }),
});

export { Urgency as UrgencyOut };
