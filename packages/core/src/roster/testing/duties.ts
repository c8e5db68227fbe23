import { type Instant, localDate, osloInstant } from '../../kernel/index.ts';
import type { EnteredDuty } from '../duty.ts';

/** `oslo('2026-03-11', '15:30')`: what the clock in Norway shows. */
export function oslo(date: string, clock: string): Instant {
  const [hours, minutes] = clock.split(':').map(Number);
  return osloInstant(localDate(date), (hours ?? 0) * 60 + (minutes ?? 0));
}

/** A night's primary duty from Wednesday to Thursday, but for what the test states. */
export function duty(given: Partial<EnteredDuty> = {}): EnteredDuty {
  return {
    entryId: 'd1',
    staffId: 'dina',
    level: 'primary',
    phone: '+4799900010',
    from: oslo('2026-03-11', '15:30'),
    to: oslo('2026-03-12', '08:00'),
    enteredBy: 'vilde',
    ...given,
  };
}
