import { Button } from '@digdir/designsystemet-react';
import { postEmergencyAccess } from '@vakthavende/contract/contact';
import { useState } from 'react';
import { call } from '../app/index.ts';
import { Dialog, ProblemNotice, TextInput } from '../ui/index.ts';
import { texts } from './texts.nb.ts';

const shortestReason = 10;

/** The door to a contact of another unit: opened with a reason that is logged and read. */
export function EmergencyDialog(props: {
  readonly contactId: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onOpened: () => void;
}) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const t = texts.emergency;
  const enter = () => {
    if (reason.trim().length < shortestReason) return;
    setProblem(undefined);
    call(postEmergencyAccess, { params: { contactId: props.contactId }, body: { reason } }).then(props.onOpened, setProblem);
  };
  return (
    <Dialog
      open={props.open}
      title={t.heading}
      onClose={props.onClose}
      actions={
        <>
          <Button data-color="danger" disabled={reason.trim().length < shortestReason} onClick={enter}>
            {t.open}
          </Button>
          <Button variant="secondary" onClick={props.onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <p>{t.explain}</p>
      <TextInput label={t.reason} rows={3} value={reason} onChange={setReason} onEnter={enter} input={{ maxLength: 500 }} />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}
