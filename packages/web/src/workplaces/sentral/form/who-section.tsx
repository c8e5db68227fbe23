import { osloDate } from '@vakthavende/core/kernel';
import {
  Conflict,
  contactTexts,
  identityText,
  personFacts,
  readWho,
  StepMark,
  StepRefusal,
  useEarlier,
  type WhoReading,
} from '../../../contact/index.ts';
import { TextInput, useNow } from '../../../ui/index.ts';
import { texts } from '../texts.nb.ts';
import { textOf } from './current.ts';
import { useForm } from './form-context.ts';
import { Section } from './section.tsx';

/** Who: one smart field, checked at every key. */
export function WhoSection() {
  const { draft, edit, orders, go, current, detail, unit } = useForm();
  const today = osloDate(useNow());
  const entry = orders.entry('who');
  const value =
    draft.who ??
    (textOf(entry, 'identifyPatient', (order) => identityText(order.identity)) ||
      (known(current.identity) ? identityText(current.identity) : ''));
  const reading = readWho(draft.who ?? '', today);
  const knownName = useKnownName(unit, reading, draft.who);
  const send = () => {
    if (draft.who === undefined || reading.kind === 'empty') {
      edit({ who: undefined });
      return go('place');
    }
    const complete =
      reading.kind === 'identity' ? reading : knownName === undefined ? undefined : readWho(`${draft.who.trim()} ${knownName}`, today);
    if (complete?.kind !== 'identity') return;
    orders.give('who', { type: 'identifyPatient', identity: complete.identity }, draft.seen['who']);
    edit({ who: undefined });
    go('place');
  };
  return (
    <Section name={texts.head.sections.who} step="who">
      <TextInput
        label={contactTexts.who.label}
        description={contactTexts.who.hint}
        value={value}
        onChange={(who) => edit({ who })}
        onEnter={send}
        error={reading.kind === 'wrong' ? contactTexts.who.fault[reading.fault] : undefined}
        input={{ autoComplete: 'off', spellCheck: false, maxLength: 250 }}
      />
      <output className="who-reading">
        {draft.who === undefined ? (known(current.identity) ? facts(readWho(value, today), today) : '') : said(reading, today)}
        {knownName !== undefined && ` ${contactTexts.who.fromEarlier(knownName)}`}
      </output>
      <StepMark entry={entry} />
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
      <Conflict
        entry={entry}
        mine={value}
        theirs={detail && identityText(detail.identity)}
        onKeepMine={(seen) => entry && orders.give('who', entry.order, seen)}
        onTakeTheirs={() => entry && orders.giveUp(entry.commandId)}
      />
    </Section>
  );
}

type Identity = ReturnType<typeof useForm>['current']['identity'];

function known(identity: Identity): identity is NonNullable<Identity> {
  return identity !== undefined && (identity.kind !== 'unknown' || identity.description !== undefined);
}

function said(reading: WhoReading, today: Parameters<typeof readWho>[1]): string {
  switch (reading.kind) {
    case 'incomplete':
      return [personFacts(reading, today), contactTexts.who.missing[reading.missing]].filter(Boolean).join(' – ');
    case 'identity':
      return [`✓ ${contactTexts.who.kinds[reading.identity.kind]}`, personFacts(reading, today)].filter(Boolean).join(' – ');
    default:
      return '';
  }
}

function facts(reading: WhoReading, today: Parameters<typeof readWho>[1]): string {
  return reading.kind === 'identity' ? personFacts(reading, today) : '';
}

/** A number that has been here before has a name: Enter takes it. */
function useKnownName(unit: string, reading: WhoReading, typed: string | undefined): string | undefined {
  const number = reading.kind === 'incomplete' && reading.missing === 'name' ? typed?.replaceAll(/\D/g, '') : undefined;
  const earlier = useEarlier(number?.length === 11 ? { unit, nationalId: number } : undefined);
  return number?.length === 11 ? earlier.data?.rows.find((row) => row.patient !== undefined)?.patient : undefined;
}
