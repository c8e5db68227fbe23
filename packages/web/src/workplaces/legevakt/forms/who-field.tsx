import { osloDate } from '@vakthavende/core/kernel';
import { contactTexts, personFacts, readWho, type WhoReading } from '../../../contact/index.ts';
import { TextInput, useNow } from '../../../ui/index.ts';

/** Who the patient is, in one field as in Sentral, with what was read from it beside. */
export function WhoField(props: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
  readonly error?: string | undefined;
}) {
  const today = osloDate(useNow());
  const reading = readWho(props.value, today);
  return (
    <div className="lv-who">
      <TextInput
        label={contactTexts.who.label}
        description={contactTexts.who.hint}
        value={props.value}
        onChange={props.onChange}
        onEnter={props.onEnter}
        error={props.error ?? (reading.kind === 'wrong' ? contactTexts.who.fault[reading.fault] : undefined)}
        input={{ autoComplete: 'off', spellCheck: false, maxLength: 250 }}
      />
      <output>{said(reading, today)}</output>
    </div>
  );
}

function said(reading: WhoReading, today: ReturnType<typeof osloDate>): string {
  switch (reading.kind) {
    case 'incomplete':
      return [personFacts(reading, today), contactTexts.who.missing[reading.missing]].filter(Boolean).join(' – ');
    case 'identity':
      return [`✓ ${contactTexts.who.kinds[reading.identity.kind]}`, personFacts(reading, today)].filter(Boolean).join(' – ');
    default:
      return '';
  }
}
