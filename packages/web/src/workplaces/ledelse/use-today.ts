import { type LocalDate, osloDate } from '@vakthavende/core/kernel';
import { useEffect, useState } from 'react';
import { serverNow } from '../../ui/index.ts';

/** The date in Norway by the server's clock: the page is drawn anew when it changes, and not each second. */
export function useToday(): LocalDate {
  const [today, setToday] = useState(() => osloDate(serverNow()));
  useEffect(() => {
    const timer = setInterval(() => setToday(osloDate(serverNow())), 1_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
