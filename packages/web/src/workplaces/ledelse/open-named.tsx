import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { openForPurpose } from '@vakthavende/contract/contact';
import { instant } from '@vakthavende/core/kernel';
import { type FormEvent, useState } from 'react';
import { call } from '../../app/index.ts';
import { Alert, clockText, Dialog, fieldError, ProblemNotice, QuickChoice, serverNow, TextInput } from '../../ui/index.ts';
import { NamedContact } from './named-contact.tsx';
import { texts } from './texts.nb.ts';

const t = texts.named;
type Purpose = keyof typeof t.purposes;
const purposes = (['quality', 'complaint', 'deviation'] as const).map((value) => ({ value, label: t.purposes[value] }));

/** As the server demands. */
export const shortestReason = 10;

/** Asks why before a named contact is shown; what is shown is kept nowhere when the dialog is closed. */
export function OpenNamed(props: { readonly contactId: string; readonly onClose: () => void }) {
  const [purpose, setPurpose] = useState<Purpose>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = shortestReason - reason.trim().length;
  const opening = useMutation({
    mutationFn: async (asked: { readonly purpose: Purpose; readonly reason: string }) => {
      const detail = await call(openForPurpose, { params: { contactId: props.contactId }, body: asked });
      return { detail, purpose: asked.purpose, at: instant(serverNow()) };
    },
    gcTime: 0,
  });
  const open = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (purpose && missing <= 0 && !opening.isPending) opening.mutate({ purpose, reason: reason.trim() });
  };
  if (opening.data) {
    const { detail, at } = opening.data;
    return (
      <Dialog open width="wide" title={t.title} onClose={props.onClose} actions={<Button onClick={props.onClose}>{t.close}</Button>}>
        <Alert tone="info">{t.openedFor(t.purposes[opening.data.purpose], clockText(at))}</Alert>
        <NamedContact detail={detail} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      title={t.heading}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => open()} loading={opening.isPending}>
            {t.open}
          </Button>
          <Button variant="secondary" onClick={props.onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <form className="open-named" onSubmit={open}>
        <Alert tone="warning" title={t.warning}>
          <p>{t.warningMore}</p>
        </Alert>
        <QuickChoice
          label={t.purpose}
          choices={purposes}
          value={purpose}
          onChange={setPurpose}
          active={false}
          error={tried && !purpose ? t.purposeMissing : undefined}
        />
        <TextInput
          label={t.reason}
          description={t.reasonHint}
          rows={3}
          value={reason}
          onChange={setReason}
          onEnter={() => open()}
          error={fieldError(opening.error, 'reason') ?? (tried && missing > 0 ? t.reasonShort(missing) : undefined)}
          input={{ maxLength: 500 }}
        />
        <ProblemNotice problem={opening.error} />
      </form>
    </Dialog>
  );
}
