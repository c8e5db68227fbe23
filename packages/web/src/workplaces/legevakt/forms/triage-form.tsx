import { shortestDepartureReason } from '@vakthavende/core/contact';
import { type Urgency, urgencies } from '@vakthavende/core/triage';
import { urgencyNames } from '../../../contact/index.ts';
import { QuickChoice, TextInput, UrgencyMark } from '../../../ui/index.ts';
import { useClinicContact } from '../opened/clinic-contact.ts';
import { latestOn } from '../opened/urgency-axes.tsx';
import { texts } from '../texts.nb.ts';
import { StepFrame } from './step-frame.tsx';
import { useStepForm } from './use-step-form.ts';

type Tool = keyof typeof texts.form.tools;

interface Written {
  readonly urgency?: Urgency | undefined;
  readonly tool: Tool;
  readonly suggested?: Urgency | undefined;
  readonly reason: string;
}

const keys = { red: 'a', yellow: 'h', green: 'v' } as const;

/** Tools outside this system: what they said is kept, but not which edition said it. */
const externalVersion = 'external';

/** Triage on arrival: urgency on the clinic's own axis. The telephone's stands as it was. */
export function TriageForm(props: { readonly onClose: () => void }) {
  const { detail } = useClinicContact();
  const t = texts.form;
  const form = useStepForm<Written>({
    slot: 'triage',
    initial: { tool: 'none', reason: '' },
    fromOrder: (order) =>
      order.type === 'setUrgency'
        ? {
            urgency: order.urgency,
            tool: order.tool !== 'none' && order.tool.pack in t.tools ? (order.tool.pack as Tool) : 'none',
            suggested: order.suggested,
            reason: order.departureReason ?? '',
          }
        : undefined,
    onDone: props.onClose,
  });
  const { urgency, tool, suggested, reason } = form.value;
  const departs = tool !== 'none' && suggested !== undefined && urgency !== undefined && urgency !== suggested;
  const telephone = latestOn(detail, 'telephone');
  const theirs = latestOn(detail, 'clinic');
  const save = (seen?: number) => {
    if (urgency === undefined) return;
    form.send(
      {
        type: 'setUrgency',
        axis: 'clinic',
        urgency,
        tool: tool === 'none' ? 'none' : { pack: tool, version: externalVersion },
        criteria: [],
        ...(tool !== 'none' && suggested ? { suggested } : {}),
        ...(departs ? { departureReason: reason.trim() } : {}),
      },
      seen,
    );
  };
  return (
    <StepFrame
      title={t.triageUrgency}
      entry={form.entry}
      ready={urgency !== undefined && (!departs || reason.trim().length >= shortestDepartureReason)}
      onSave={save}
      onClose={props.onClose}
      onDiscard={form.discard}
      restored={form.restoredFrom !== undefined}
      refusalShown={form.error('departureReason') !== undefined}
      conflict={{ mine: urgency ? urgencyNames[urgency] : '', theirs: theirs && urgencyNames[theirs.urgency] }}
    >
      <p className="quiet">{telephone ? t.triageTelephone(urgencyNames[telephone.urgency]) : t.triageNoTelephone}</p>
      <QuickChoice
        label={t.triageUrgency}
        hideLabel
        columns={3}
        value={urgency}
        choices={urgencies.map((value) => ({
          value,
          label: texts.urgencies[value],
          keys: keys[value],
          mark: <UrgencyMark urgency={value} size="sm" label="" />,
        }))}
        onChange={(value) => form.change({ urgency: value })}
        error={form.error('urgency')}
      />
      <QuickChoice
        label={t.triageTool}
        columns={4}
        value={tool}
        choices={(Object.keys(t.tools) as Tool[]).map((value) => ({ value, label: t.tools[value] }))}
        onChange={(value) => form.change({ tool: value })}
      />
      {tool !== 'none' && (
        <QuickChoice
          label={t.triageSuggested}
          columns={3}
          active={false}
          value={suggested}
          choices={urgencies.map((value) => ({
            value,
            label: texts.urgencies[value],
            mark: <UrgencyMark urgency={value} size="sm" label="" />,
          }))}
          onChange={(value) => form.change({ suggested: value })}
        />
      )}
      {departs && (
        <TextInput
          label={t.triageReason}
          value={reason}
          onChange={(text) => form.change({ reason: text })}
          onEnter={() => save()}
          error={form.error('departureReason')}
          input={{ maxLength: 200, autoComplete: 'off' }}
        />
      )}
    </StepFrame>
  );
}
