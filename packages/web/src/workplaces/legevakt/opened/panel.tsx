import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { ProblemError, useCan } from '../../../app/index.ts';
import { contactTexts, EmergencyDialog, useContactDetail, useOrders } from '../../../contact/index.ts';
import { Alert, Empty, Kbd, ProblemNotice, useKeys } from '../../../ui/index.ts';
import { boardKeys } from '../key-map.ts';
import { texts } from '../texts.nb.ts';
import { OpenContact } from './open-contact.tsx';
import type { StepId } from './steps.ts';

export interface ContactPanelProps {
  readonly contactId: string;
  readonly unit: string;
  /** A step asked for on the board's row. */
  readonly asked: StepId | undefined;
  readonly onAskedDone: () => void;
  readonly onClose: () => void;
}

/** The contact beside the board, or alone on a telephone: opened on the server first, with what stands in the way said in words. */
export function ContactPanel(props: ContactPanelProps) {
  const { contactId } = props;
  const orders = useOrders(contactId);
  const opening = orders.entries.some((entry) => entry.order.type === 'openContact' && entry.state !== 'accepted');
  const query = useContactDetail(contactId, !opening);
  useKeys([{ keys: boardKeys.back, label: texts.keys.back, group: texts.contactKeysGroup, run: props.onClose }]);
  if (query.data) return <OpenContact key={contactId} detail={query.data} {...props} />;
  const refused = query.error instanceof ProblemError ? query.error : undefined;
  return (
    <div className="lv-contact-wait">
      <div className="lv-contact-top">
        <span className="quiet">{query.isPending && !opening ? contactTexts.loading : ''}</span>
        <Button variant="tertiary" onClick={props.onClose}>
          {texts.contact.close} <Kbd keys={boardKeys.back} />
        </Button>
      </div>
      {opening && <p className="quiet">{contactTexts.state.sending}</p>}
      {refused?.code === 'contact-of-other-unit' ? (
        <OtherUnit contactId={contactId} onOpened={() => void query.refetch()} />
      ) : (
        <ProblemNotice problem={query.error} onRetry={() => void query.refetch()} />
      )}
    </div>
  );
}

/** A patient of another unit: a door with a reason, for those who may open it. */
function OtherUnit(props: { readonly contactId: string; readonly onOpened: () => void }) {
  const may = useCan('openInEmergency');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Empty title={texts.contact.emergencyTitle}>
        <p>{may ? texts.contact.emergencyWhat : contactTexts.notAllowed}</p>
        {may && (
          <Button data-color="danger" onClick={() => setOpen(true)}>
            {contactTexts.emergency.trigger}
          </Button>
        )}
      </Empty>
      <EmergencyDialog
        contactId={props.contactId}
        open={open}
        onClose={() => setOpen(false)}
        onOpened={() => {
          setOpen(false);
          props.onOpened();
        }}
      />
    </>
  );
}

export function ClosedNotice() {
  return <Alert tone="info">{texts.contact.closedBar}</Alert>;
}
