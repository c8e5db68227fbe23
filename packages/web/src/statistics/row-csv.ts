import { type Instant, osloDate } from '@vakthavende/core/kernel';
import { actionNames, channelNames, outcomeNames } from '../contact/index.ts';
import { clockTextWithSeconds } from '../ui/index.ts';
import { csvOf } from './csv.ts';
import type { CallRow, ContactFactRow } from './rows.ts';
import { texts } from './texts.nb.ts';

const c = texts.columns;
type Cell = string | number | undefined;

export function callsCsv(rows: readonly CallRow[]): string {
  const head = [c.offeredAt, c.counts, c.outcome, c.seconds, c.redial, c.hidden, c.place, c.byHand, c.contacts];
  return csvOf(
    head,
    rows.map((row): readonly Cell[] => [
      stamp(row.offeredAt),
      texts.counts[row.counts],
      texts.outcomes[row.outcome],
      row.secondsToAnswer,
      yes(row.redialOf !== undefined),
      yes(row.numberHidden),
      row.place,
      yes(row.byHand),
      row.contactIds.join(' '),
    ]),
  );
}

export function contactsCsv(rows: readonly ContactFactRow[]): string {
  const head = [
    c.openedAt,
    c.counts,
    c.firstUrgency,
    c.lastUrgency,
    c.firstAction,
    c.lastAction,
    c.channel,
    c.place,
    c.outcome,
    c.closedAt,
    c.toDoctor,
    c.late,
    c.reference,
  ];
  return csvOf(
    head,
    rows.map((row): readonly Cell[] => [
      stamp(row.openedAt),
      texts.counts[row.counts],
      row.firstUrgencyTelephone && colourNames[row.firstUrgencyTelephone],
      row.lastUrgency && colourNames[row.lastUrgency],
      named(actionNames, row.firstAction),
      named(actionNames, row.lastAction),
      named(channelNames, row.channel),
      row.place,
      named(outcomeNames, row.outcome),
      row.closedAt === undefined ? undefined : stamp(row.closedAt),
      row.secondsToDoctor,
      row.lateEntries,
      row.contactId,
    ]),
  );
}

const colourNames: Readonly<Record<string, string>> = { red: 'rød', yellow: 'gul', green: 'grønn' };

/** `2026-03-11 21:10:05`, Norwegian time: what a spreadsheet reads as a time. */
function stamp(at: Instant): string {
  return `${osloDate(at)} ${clockTextWithSeconds(at)}`;
}

function yes(is: boolean): string | undefined {
  return is ? texts.yes : undefined;
}

function named(names: Readonly<Record<string, string>>, cls: string | undefined): string | undefined {
  return cls === undefined ? undefined : (names[cls] ?? cls);
}
