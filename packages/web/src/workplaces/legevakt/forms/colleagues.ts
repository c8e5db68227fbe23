import type { DutyEntry, DutyPerson } from '@vakthavende/contract/roster';
import type { Instant } from '@vakthavende/core/kernel';

export interface Colleague {
  readonly staffId: string;
  readonly name: string;
  readonly title: string;
  /** On the duty list now. */
  readonly duty?: DutyEntry['level'] | undefined;
  /** As what one would receive a patient, by the title; the one who hands over may say otherwise. */
  readonly likelyRole: 'nurse' | 'doctor';
}

/** Those who can receive a patient at the unit, but for the one who has them: on duty first, then by name. */
export function colleaguesOf(
  list: { readonly now: Instant; readonly entries: readonly DutyEntry[]; readonly staff: readonly DutyPerson[] },
  hasPatient: string | undefined,
): readonly Colleague[] {
  const onDuty = (staffId: string) =>
    list.entries.find(
      (entry) =>
        entry.staffId === staffId &&
        entry.from <= list.now &&
        list.now < entry.to &&
        (entry.endedAt === undefined || entry.endedAt > list.now),
    )?.level;
  return list.staff
    .filter((person) => person.staffId !== hasPatient)
    .map(({ staffId, name, title }): Colleague => ({ staffId, name, title, duty: onDuty(staffId), likelyRole: roleByTitle(title) }))
    .toSorted((a, b) => dutyRank(a) - dutyRank(b) || a.name.localeCompare(b.name, 'nb'));
}

function dutyRank({ duty }: Colleague): number {
  return duty === 'primary' ? 0 : duty === 'backup' ? 1 : 2;
}

/** «Lege (primærvakt), legevakten i Førde» is a doctor; «Sykepleier, legevakten i Førde» is not. */
function roleByTitle(title: string): 'nurse' | 'doctor' {
  return /^(over|turnus|vakt)?lege\b|^LIS/i.test(title) ? 'doctor' : 'nurse';
}
