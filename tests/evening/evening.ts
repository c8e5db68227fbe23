import { type Instant, localDate, osloInstant, plus, second } from '@vakthavende/core/kernel';
import type { ExchangeEvent, TransferTarget } from '@vakthavende/core/telephony';

/**
 * An ordinary Wednesday evening at two call centres, 11 March 2026, told by the exchange and worked out by hand.
 * Numbers begin with +470, which no Norwegian number does. Clock times are Oslo's; `24:00:05` is five seconds past midnight.
 *
 * What becomes of each call is worked out below and beside it in `expected.ts`: nationally / in Førde (F) / in Nordfjord (N).
 * Seconds run from ringing to answer. "w" abandoned waiting, "m" hung up in the message (not counted), "o" overflowed,
 * "t" sent on unanswered, "open", "?" answered with unknown time, "-" has no leg there.
 */
const date = localDate('2026-03-11');
const forde = 'lvs-forde';
const nordfjord = 'lvs-nordfjord';

/** A call's reports, in the order in which they happened. */
const calls: readonly (readonly ExchangeEvent[])[] = [
  call(1, [offered('17:02:00', forde), ringing('17:02:18'), answered('17:02:26'), ended('17:06:00')]), // 8 / 8 / -
  call(2, [offered('17:05:00', forde), ringing('17:05:20'), answered('17:06:20'), ended('17:12:40')]), // 60 / 60 / -
  call(3, [offered('17:09:00', nordfjord), ringing('17:09:15'), answered('17:09:40'), ended('17:11:05')]), // 25 / - / 25
  // Just within two minutes, and one second beyond.
  call(4, [offered('17:13:45', forde), ringing('17:14:00'), answered('17:16:00'), ended('17:19:30')]), // 120 / 120 / -
  call(5, [offered('17:19:45', forde), ringing('17:20:00'), answered('17:22:01'), ended('17:24:00')]), // 121 / 121 / -
  // Hangs up during the recorded message, and redials: a new call.
  call(6, [offered('17:25:00', forde), abandoned('17:25:11', 'recordedMessage')]), // m / m / -
  call(7, [offered('17:26:00', forde, { from: 6 }), ringing('17:26:16'), answered('17:26:46'), ended('17:33:00')]), // 30 / 30 / - · redial of 6
  // Gives up waiting, and redials.
  call(8, [offered('17:30:45', forde), ringing('17:31:00'), abandoned('17:34:10', 'waiting')]), // w / w / -
  call(9, [offered('17:36:00', forde, { from: 8 }), ringing('17:36:15'), answered('17:40:15'), ended('17:44:00')]), // 240 / 240 / - · redial of 8
  // Overflow: Førde lets it go after five minutes, Nordfjord answers 55 s after its own ringing, 360 s after the first.
  call(10, [
    offered('17:45:00', forde),
    ringing('17:45:15'),
    overflowed('17:50:15', nordfjord),
    ended('17:50:15'),
    ...leg(2, [offered('17:50:15', nordfjord), ringing('17:50:20'), answered('17:51:15'), ended('17:58:00')]),
  ]), // 360 / o / 55
  // Overflow, and the caller hangs up in the partner's message after having waited at Førde.
  call(11, [
    offered('18:00:00', forde),
    ringing('18:00:15'),
    overflowed('18:05:15', nordfjord),
    ...leg(2, [offered('18:05:15', nordfjord), abandoned('18:05:22', 'recordedMessage')]),
  ]), // w / o / m
  call(12, [
    offered('18:10:00', forde),
    ringing('18:10:15'),
    answered('18:10:19'),
    transferred('18:11:02', { kind: 'emc', id: 'amk-forde' }),
  ]), // 4 / 4 / - · to AMK
  // Transfer to the other centre: answered at both, nationally once.
  call(13, [
    offered('18:15:00', forde),
    ringing('18:15:15'),
    answered('18:15:45'),
    transferred('18:17:00', { kind: 'callCentre', id: nordfjord }),
    ...leg(2, [offered('18:17:00', nordfjord), ringing('18:17:02'), answered('18:17:22'), ended('18:25:00')]),
  ]), // 30 / 30 / 20
  // Just within ten minutes, and one second beyond.
  call(14, [offered('18:20:00', nordfjord), ringing('18:20:15'), answered('18:30:15'), ended('18:36:00')]), // 600 / - / 600
  call(15, [offered('18:22:00', nordfjord), ringing('18:22:15'), answered('18:32:16'), ended('18:39:00')]), // 601 / - / 601
  call(16, [offered('18:25:00', nordfjord), ringing('18:25:15'), abandoned('18:27:00', 'waiting')]), // w / - / w
  // Asks to be called back, keeps the place, and is reached ten minutes after the first ringing.
  call(17, [offered('18:40:00', forde), ringing('18:40:15'), callback('18:42:00'), answered('18:50:15'), ended('18:55:00')]), // 600 / 600 / -
  // The exchange never reports that it rang.
  call(18, [offered('18:58:00', forde), answered('18:58:40'), ended('19:01:00')]), // ? / ? / -
  call(19, [offered('19:02:00', forde, { from: 'hidden' }), ringing('19:02:15'), answered('19:02:30'), ended('19:04:00')]), // 15 / 15 / - · hidden number
  // Its end is never reported.
  call(20, [offered('19:05:00', forde), ringing('19:05:15')]), // open / open / -
  call(21, [offered('19:08:00', nordfjord, { dialled: 'local' }), ringing('19:08:10'), answered('19:08:20'), ended('19:15:00')]), // 10 / - / 10 · local number
  // The line ends unanswered, without a word of who let go.
  call(22, [offered('19:10:00', nordfjord), ringing('19:10:15'), ended('19:12:00')]), // w / - / w
  call(23, [offered('19:14:00', forde), ended('19:14:05')]), // m / m / -
  call(24, [offered('19:20:00', forde), ringing('19:20:15'), answered('19:20:50'), ended('19:24:00')]), // 35 / 35 / - · answer reported twice
  call(25, [offered('19:25:00', forde), ringing('19:25:15'), answered('19:26:45'), ended('19:29:00')]), // 90 / 90 / - · out of order
  call(26, [offered('19:30:00', forde), ringing('19:30:15'), answered('19:31:00'), ended('19:34:00')]), // 45 / 45 / - · ringing very late
  // Chooses AMK in the menu: sent on before it rang, and yet one of Førde's calls.
  call(27, [offered('19:35:00', forde), transferred('19:35:09', { kind: 'emc', id: 'amk-forde' })]), // t / t / -
  // Offered before midnight: this day's, though answered on the next.
  call(28, [offered('23:59:50', nordfjord), ringing('24:00:05'), answered('24:00:15'), ended('24:00:50')]), // 10 / - / 10
  // The next day's, and nationally a redial of 28; in Førde it is the first.
  call(29, [offered('24:01:00', forde, { from: 28 }), ringing('24:01:15'), answered('24:01:35'), ended('24:05:00')]), // 20 / 20 / - · on 12 March
  call(30, [
    offered('20:00:00', nordfjord),
    ringing('20:00:15'),
    answered('20:01:05'),
    transferred('20:04:00', { kind: 'doctor', id: 'dr-1' }),
  ]), // 50 / - / 50
  // The number of call 1 more than an hour later: not a redial.
  call(31, [offered('20:10:00', forde, { from: 1 }), ringing('20:10:15'), answered('20:10:22'), ended('20:14:00')]), // 7 / 7 / -
  call(32, [offered('18:33:00', nordfjord, { from: 16 }), ringing('18:33:15'), answered('18:34:00'), ended('18:40:00')]), // 45 / - / 45 · redial of 16
  // The operator picks up a second after the caller has gone.
  call(33, [offered('20:20:00', forde), ringing('20:20:15'), abandoned('20:21:00', 'waiting'), answered('20:21:01')]), // w / w / -
];

/** Every report in the order in which it arrives: as it happened, but one twice, one call backwards, one after midnight. */
export const evening: readonly ExchangeEvent[] = disordered(calls.flat().toSorted((a, b) => a.occurredAt - b.occurredAt));

function disordered(events: readonly ExchangeEvent[]): readonly ExchangeEvent[] {
  const late = events.filter((event) => event.callId === callId(26) && event.kind === 'ringing');
  const backwards = events.filter((event) => event.callId === callId(25)).toReversed();
  const rest = events.filter((event) => !late.includes(event) && !backwards.includes(event));
  const twice = rest.flatMap((event) => (event.callId === callId(24) && event.kind === 'answered' ? [event, event] : [event]));
  const at = twice.findIndex((event) => event.callId === callId(26));
  return [...twice.slice(0, at), ...backwards, ...twice.slice(at), ...late];
}

type Unplaced<E> = E extends ExchangeEvent
  ? Omit<E, 'eventId' | 'callId' | 'legId'> & { readonly leg?: number; readonly caller?: number | 'hidden' }
  : never;
type Report = Unplaced<ExchangeEvent>;

function callId(number: number): string {
  return `evening-${String(number).padStart(2, '0')}`;
}

function call(number: number, reports: readonly Report[]): readonly ExchangeEvent[] {
  return reports.map((report, index) => {
    const { leg: legNumber = 1, caller = number, ...event } = report;
    const id = callId(number);
    const from = event.kind === 'offered' && caller !== 'hidden' ? { callerNumber: `+470000${String(caller).padStart(4, '0')}` } : {};
    return { ...event, ...from, eventId: `${id}-e${index + 1}`, callId: id, legId: `${id}-${legNumber}` };
  });
}

function leg(number: number, reports: readonly Report[]): readonly Report[] {
  return reports.map((report) => ({ ...report, leg: number }));
}

function at(clock: string): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  return plus(osloInstant(date, hours * 60 + minutes), seconds * second);
}

interface Offer {
  /** The call whose number this is; its own unless stated. */
  readonly from?: number | 'hidden';
  readonly dialled?: '116117' | 'local';
}

function offered(clock: string, centreId: string, { from, dialled = '116117' }: Offer = {}): Report {
  const place = centreId === forde ? '4647' : '4649';
  return { kind: 'offered', occurredAt: at(clock), centreId, dialled, place, ...(from === undefined ? {} : { caller: from }) };
}

function ringing(clock: string): Report {
  return { kind: 'ringing', occurredAt: at(clock) };
}

function answered(clock: string): Report {
  return { kind: 'answered', occurredAt: at(clock), operatorId: 'operator-1' };
}

function abandoned(clock: string, phase: 'recordedMessage' | 'waiting'): Report {
  return { kind: 'abandoned', occurredAt: at(clock), phase };
}

function transferred(clock: string, to: TransferTarget): Report {
  return { kind: 'transferred', occurredAt: at(clock), to };
}

function overflowed(clock: string, toCentreId: string): Report {
  return { kind: 'overflowed', occurredAt: at(clock), toCentreId };
}

function callback(clock: string): Report {
  return { kind: 'ended', occurredAt: at(clock), callback: true };
}

function ended(clock: string): Report {
  return { kind: 'ended', occurredAt: at(clock) };
}
