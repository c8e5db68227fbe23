import type { DemoPage } from '@vakthavende/contract/contact';
import type { Instant } from '@vakthavende/core/kernel';
import { type DutyLevel, onDuty } from '@vakthavende/core/roster';
import type { ShownDuty } from '../../roster/index.ts';

/** What one person's telephone has received, and where they are on duty. */
export interface Telephone {
  readonly key: string;
  readonly staffId: string;
  readonly name: string;
  readonly phone: string;
  readonly duties: readonly { readonly level: DutyLevel; readonly unit: string }[];
  /** The newest first. */
  readonly pages: readonly DemoPage[];
}

/** One for each person and number on duty now or paged lately; those that ring stand first, then primary duties, then by name. */
export function telephones(entries: readonly ShownDuty[], pages: readonly DemoPage[], now: Instant): readonly Telephone[] {
  const on = onDuty(entries, now);
  const duties = [...on.primary, ...on.backup];
  const people = new Map([...pages, ...duties].map(({ staffId, name, phone }) => [`${staffId} ${phone}`, { staffId, name, phone }]));
  const all = [...people].map(([key, person]) => ({
    key,
    ...person,
    duties: duties.filter((entry) => `${entry.staffId} ${entry.phone}` === key).map(({ level, unit }) => ({ level, unit })),
    pages: pages.filter((page) => `${page.staffId} ${page.phone}` === key).toSorted((a, b) => b.sentAt - a.sentAt),
  }));
  return all.toSorted((a, b) => order(a, now) - order(b, now) || a.name.localeCompare(b.name, 'nb'));
}

function order(telephone: Telephone, now: Instant): number {
  if (isRinging(telephone, now)) return 0;
  return telephone.duties.some(({ level }) => level === 'primary') ? 1 : 2;
}

/** A page that nobody has acknowledged and that has not gone on to others. */
export function isRinging(telephone: Pick<Telephone, 'pages'>, now: Instant): boolean {
  return telephone.pages.some((page) => isWaiting(page, now));
}

export function isWaiting(page: DemoPage, now: Instant): boolean {
  return page.acknowledgedAt === undefined && now < page.answerBy;
}
