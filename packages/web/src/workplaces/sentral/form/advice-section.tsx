import { StepMark, StepRefusal } from '../../../contact/index.ts';
import { KeyGroup, toggled, triageTexts } from '../../../triage/index.ts';
import { texts } from '../texts.nb.ts';
import { textOf } from './current.ts';
import { type SentralForm, useForm } from './form-context.ts';
import { GrownText } from './grown-text.tsx';
import { Section } from './section.tsx';

const longest = 20_000;
const allKey = 'all';

/** Advice of the pack by key, and in own words. Sent as one when the contact is saved, or by Enter in the words. */
export function AdviceSection() {
  const { draft, edit, orders, go, suggestion, detail } = useForm();
  const entry = orders.entry('advice');
  const codes = draft.adviceCodes ?? [];
  const offered = [...(suggestion?.advice ?? []), ...(suggestion?.callAgain ?? [])];
  const all = offered.map((one) => one.code);
  const take = (code: string) => edit({ adviceCodes: code === allKey ? (codes.length === all.length ? [] : all) : toggled(codes, code) });
  const refused = entry?.state === 'refused' ? textOf(entry, 'giveAdvice', (order) => order.text) : undefined;
  return (
    <Section name={texts.head.sections.advice}>
      {offered.length > 0 && (
        <KeyGroup
          label={triageTexts.advice}
          step="adviceCodes"
          options={[
            { value: allKey, label: triageTexts.allAdvice, keys: '0' },
            ...offered.map((one, index) => ({ value: one.code, label: one.text, keys: index < 9 ? String(index + 1) : '' })),
          ]}
          chosen={codes.length === all.length ? [allKey, ...codes] : codes}
          onTake={take}
          onEnter={() => go('advice')}
        />
      )}
      <GrownText
        label={texts.adviceOwn}
        hint={texts.adviceHint}
        step="advice"
        maxLength={longest}
        value={draft.advice ?? refused ?? ''}
        onChange={(advice) => edit({ advice })}
        onEnter={() => {
          const advice = adviceOrder(draft, offered);
          if (advice) {
            orders.give('advice', advice);
            edit({ advice: undefined, adviceCodes: undefined });
          }
          go('more');
        }}
      />
      <StepMark entry={entry} />
      <StepRefusal entry={entry} onGiveUp={orders.giveUp} />
      {detail && detail.advice.length > 0 && (
        <ul className="given" aria-label={texts.adviceGiven}>
          {detail.advice.map((given) => (
            <li key={`${given.recordedAt}-${given.at}`}>{given.text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The advice as it was given: the texts of the pack stand in it in words, for the pack may have changed when it is read. */
export function adviceOrder(
  draft: Pick<SentralForm['draft'], 'advice' | 'adviceCodes'>,
  offered: readonly { readonly code: string; readonly text: string }[],
) {
  const codes = draft.adviceCodes ?? [];
  const own = draft.advice?.trim() ?? '';
  if (codes.length === 0 && own === '') return undefined;
  const words = offered.filter((one) => codes.includes(one.code)).map((one) => one.text);
  return { type: 'giveAdvice' as const, text: [...words, own].filter(Boolean).join('\n'), adviceCodes: [...codes] };
}
