import type { Session } from '@vakthavende/contract/organisation';
import { mayDo } from './session.tsx';
import { texts } from './texts.nb.ts';

export type WorkplaceId = 'sentral' | 'legevakt' | 'ledelse' | 'vaktliste' | 'register' | 'personsoker';

export interface WorkplaceEntry {
  readonly id: WorkplaceId;
  readonly path: `/${WorkplaceId}`;
  readonly name: string;
  /** Who has it sees the workplace, at the units where they have it. None: everyone, in a demonstration. */
  readonly capability: string | undefined;
}

export const workplaces: readonly WorkplaceEntry[] = [
  { id: 'sentral', path: '/sentral', name: texts.workplaces.sentral, capability: 'answerCalls' },
  { id: 'legevakt', path: '/legevakt', name: texts.workplaces.legevakt, capability: 'seeBoard' },
  { id: 'ledelse', path: '/ledelse', name: texts.workplaces.ledelse, capability: 'seeFigures' },
  { id: 'vaktliste', path: '/vaktliste', name: texts.workplaces.vaktliste, capability: 'seeDutyList' },
  { id: 'register', path: '/register', name: texts.workplaces.register, capability: 'readRegister' },
  { id: 'personsoker', path: '/personsoker', name: texts.workplaces.personsoker, capability: undefined },
];

export function workplacesOf(session: Session): readonly WorkplaceEntry[] {
  return workplaces.filter((entry) => (entry.capability === undefined ? session.demo : mayDo(session, entry.capability)));
}

/** The workplace that a path belongs to. */
export function workplaceAt(path: string): WorkplaceEntry | undefined {
  return workplaces.find((entry) => path === entry.path || path.startsWith(`${entry.path}/`));
}
