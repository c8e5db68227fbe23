import type { ContactEvent, ContactEventType } from '@vakthavende/core/contact';
import { instant } from '@vakthavende/core/kernel';
import { clockText } from '../ui/index.ts';
import { actionNames, channelNames, outcomeNames, referralNames, taskNames, texts, urgencyNames } from './texts.nb.ts';
import { timelineTexts } from './timeline.nb.ts';

/** One line of the timeline: what happened, and what was written. */
export interface TimelineLine {
  readonly title: string;
  readonly body?: string | undefined;
  readonly tone?: 'alarm' | 'good' | undefined;
}

type Loose = { readonly [key: string]: unknown };
type Line = (event: Loose) => TimelineLine;

/** Names of units by id, for what the events know by id alone. */
export type UnitName = (id: string) => string;

/** An event in words. What the reader may not see is missing from the event, and left out here. */
export function timelineLine(event: { readonly type: string } & Loose, unitName: UnitName): TimelineLine {
  const line = (lines(unitName) as Readonly<Record<string, Line | undefined>>)[event.type];
  return line ? line(event) : { title: event.type };
}

function lines(unitName: UnitName): Readonly<Record<ContactEventType, Line>> {
  const t = timelineTexts;
  const unit = (event: Loose) => (word(event['clinicId']) ? unitName(String(event['clinicId'])) : '');
  const party = (event: Loose) => word((event['party'] as Loose | undefined)?.['name']);
  return {
    contactOpened: (e) => ({ title: t.opened, body: named(channelNames, e['channel']) }),
    channelCorrected: (e) => ({ title: t.channelCorrected, body: named(channelNames, e['channel']) }),
    callLinked: () => ({ title: t.callLinked }),
    callUnlinked: () => ({ title: t.callUnlinked }),
    callerStated: (e) => ({ title: t.caller, body: joined(e['name'], e['relation'], e['number']) }),
    patientIdentified: (e) => ({ title: t.identified, body: identityBody(e['identity'] as Loose | undefined) }),
    placeStated: (e) => ({ title: t.place, body: joined(e['place'] ? unitName(String(e['place'])) : undefined, e['detail'], unit(e)) }),
    reasonStated: (e) => ({ title: t.reason, body: word(e['text']) }),
    urgencySet: (e) => ({
      title: `${e['axis'] === 'clinic' ? t.urgencyClinic : t.urgencyTelephone}: ${named(urgencyNames, e['urgency'])}`,
      body: e['departureReason'] ? t.departed(named(urgencyNames, e['suggested']), word(e['departureReason'])) : undefined,
      ...(e['urgency'] === 'red' ? { tone: 'alarm' as const } : {}),
    }),
    actionDecided: (e) => ({
      title: `${t.action}: ${named(actionNames, e['action'])}`,
      body: joined(unit(e), e['referral'] && named(referralNames, e['referral'])),
    }),
    adviceGiven: (e) => ({ title: t.advice, body: word(e['text']) }),
    clinicExpected: (e) => ({ title: t.expected(unit(e), clock(e['expectedAt'])) }),
    callbackPromised: (e) => ({ title: t.callback(clock(e['by'])), body: word(e['number']) }),
    conferenceHeld: (e) => ({ title: t.conference(party(e)) }),
    handoverOffered: (e) => ({ title: t.handoverOffered(party(e)) }),
    handoverReceived: (e) => ({ title: t.handoverReceived(word(e['receivedBy'])), tone: 'good' }),
    arrived: (e) => ({ title: t.arrived(unit(e)) }),
    taken: (e) => ({ title: e['as'] === 'doctor' ? t.takenByDoctor : t.takenByNurse }),
    handedOver: () => ({ title: t.handedOver }),
    returnedToWaiting: () => ({ title: t.returned }),
    noteWritten: (e) => ({ title: e['corrects'] ? t.noteCorrects : t.note, body: word(e['text']) }),
    taskAdded: (e) => ({ title: `${t.taskAdded}: ${named(taskNames, e['kind'])}`, body: word(e['text']) }),
    taskDone: () => ({ title: t.taskDone, tone: 'good' }),
    pageSent: (e) => ({ title: t.pageSent(texts.alarm.levels[String(e['level'])] ?? ''), tone: 'alarm' }),
    pageDelivered: () => ({ title: t.pageDelivered }),
    pageFailed: () => ({ title: t.pageFailed, tone: 'alarm' }),
    pageAcknowledged: () => ({ title: t.acknowledged, tone: 'good' }),
    pageEscalated: (e) => ({ title: t.escalated[String(e['reason'])] ?? t.escalated['noAnswer'] ?? '', tone: 'alarm' }),
    emcConferenceAdvised: () => ({ title: texts.alarm.exhausted, tone: 'alarm' }),
    contactClosed: (e) => ({ title: `${t.closed}: ${named(outcomeNames, e['outcome'])}`, body: word(e['diagnosis']), tone: 'good' }),
    contactReopened: (e) => ({ title: t.reopened, body: word(e['reason']) }),
  } satisfies Readonly<Record<ContactEvent['type'], Line>>;
}

function identityBody(identity: Loose | undefined): string | undefined {
  if (!identity) return undefined;
  if (identity['kind'] === 'unknown') return joined(texts.unknownPatient, identity['description']);
  return joined(identity['name'], identity['number'] ?? identity['birthDate'], identity['country']);
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function joined(...parts: readonly unknown[]): string | undefined {
  return parts.map(word).filter(Boolean).join(' · ') || undefined;
}

function named(names: Readonly<Record<string, string>>, value: unknown): string {
  return names[String(value)] ?? String(value ?? '');
}

function clock(value: unknown): string | undefined {
  return typeof value === 'number' ? clockText(instant(value)) : undefined;
}
