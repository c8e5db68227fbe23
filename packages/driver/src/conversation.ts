import { randomUUID } from 'node:crypto';
import { postContactCommand } from '@vakthavende/contract/contact';
import type { CentreId } from './evening-shape.ts';
import { minutes, places } from './evening-shape.ts';
import type { World } from './evening-world.ts';
import { idOf } from './next-step.ts';
import { whole } from './random.ts';
import type { Order, Story } from './story.ts';

export interface Conversation {
  readonly contactId: string;
  readonly callId: string;
  readonly centreId: CentreId;
  readonly place: string;
  readonly operatorId: string;
  /** Seconds at the pace of the clock. */
  readonly talk: number;
}

/** An operator asks, writes and decides while talking: each step when it has been said. A refusal ends it, and what was written stands. */
export async function converse(world: World, conversation: Conversation, story: Story): Promise<void> {
  const { contactId, operatorId, talk } = conversation;
  const orders = ordersOf(world, conversation, story);
  for (const [seen, order] of orders.entries()) {
    await world.handling(talk / orders.length);
    const body = { commandId: randomUUID(), seen, order };
    await world.as(operatorId, postContactCommand, { params: { contactId }, body });
    world.count(order.type);
  }
}

function ordersOf(world: World, conversation: Conversation, story: Story): readonly Order[] {
  const { contactId, callId, centreId, place } = conversation;
  const clinicId = places[centreId][place]?.clinicId ?? 'lv-forde';
  const random = world.random.split(`conversation ${contactId}`);
  return [
    { type: 'openContact', centreId, channel: story.channel, callId, place },
    { type: 'identifyPatient', identity: story.identity },
    { type: 'statePlace', place, clinicId },
    { type: 'stateReason', text: story.reason, complaint: story.complaint },
    story.urgencyOrder,
    ...(story.suggestion.conferEmc || story.goesToEmc ? [conference(contactId)] : []),
    decision(story, clinicId),
    ...followUp(world, { contactId, clinicId, story, number: `+470${String(whole(random, 1_000_000, 9_999_999))}` }),
  ];
}

const emc = { kind: 'emc', unit: 'emc-forde', name: 'AMK Førde' } as const;

function conference(contactId: string): Order {
  return { type: 'holdConference', conferenceId: idOf({ contactId }, 'conference'), party: emc };
}

function decision({ action, suggestion }: Story, clinicId: string): Order {
  if (action === 'referred') return { type: 'decideAction', action, referral: suggestion.referral ?? 'gpNextWorkingDay' };
  return { type: 'decideAction', action, clinicId };
}

interface Told {
  readonly contactId: string;
  readonly clinicId: string;
  readonly story: Story;
  readonly number: string;
}

/** What is said and promised before the operator hangs up. */
function followUp(world: World, { contactId, clinicId, story, number }: Told): readonly Order[] {
  const { action, suggestion } = story;
  const told = [...suggestion.advice, ...suggestion.callAgain];
  const advice: Order = { type: 'giveAdvice', text: told.map(({ text }) => text).join('\n'), adviceCodes: told.map(({ code }) => code) };
  const inMinutes = (wait: number) => new Date(Date.now() + (wait * 60_000) / world.speed + 60_000).toISOString();
  const promise: Order = { type: 'promiseCallback', taskId: idOf({ contactId }, 'callback'), by: inMinutes(minutes.callback[1]), number };
  if (story.goesToEmc) return [{ type: 'offerHandover', handoverId: idOf({ contactId }, 'handover'), party: emc }];
  switch (action) {
    case 'doctorTelephone':
      return [promise];
    case 'doctorConsultation':
    case 'otherConsultation':
      return [advice, { type: 'expectAtClinic', clinicId, expectedAt: inMinutes(minutes.toClinic[1]) }];
    case 'nurseAdvice':
      return story.callsBack ? [advice, promise] : [advice];
    default:
      return [advice];
  }
}
