import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { type DemoPage, postPageAnswer } from '@vakthavende/contract/contact';
import type { Instant } from '@vakthavende/core/kernel';
import { call, isPassing } from '../../app/index.ts';
import { phoneText } from '../../roster/index.ts';
import { Alert, Panel, ProblemNotice, Remaining, Time } from '../../ui/index.ts';
import { isRinging, isWaiting, type Telephone } from './telephones.ts';
import { texts } from './texts.nb.ts';

/** One person's telephone, with what it has received. */
export function TelephoneCard(props: {
  readonly telephone: Telephone;
  readonly now: Instant;
  readonly unitName: (unit: string) => string;
}) {
  const { telephone, now, unitName } = props;
  const [newest, ...earlier] = telephone.pages;
  return (
    <Panel
      title={telephone.name}
      tone={isRinging(telephone, now) ? 'danger' : undefined}
      actions={<span className="tabular">{phoneText(telephone.phone)}</span>}
    >
      <p className="quiet telephone-duty">{dutyText(telephone, unitName)}</p>
      {newest ? <Message page={newest} now={now} /> : <p className="telephone-quiet quiet">{texts.quietPhone}</p>}
      {earlier.length > 0 && (
        <details className="telephone-earlier">
          <summary>{texts.earlier(earlier.length)}</summary>
          {earlier.map((page) => (
            <Message key={page.pageId} page={page} now={now} />
          ))}
        </details>
      )}
    </Panel>
  );
}

function dutyText(telephone: Telephone, unitName: (unit: string) => string): string {
  if (telephone.duties.length === 0) return texts.offDuty;
  return telephone.duties.map(({ level, unit }) => texts.onDuty(texts.levels[level], unitName(unit))).join(' · ');
}

function Message({ page, now }: { readonly page: DemoPage; readonly now: Instant }) {
  const answer = useMutation({
    mutationFn: () => call(postPageAnswer, { params: { token: page.token }, body: {} }),
    retry: (tries, error) => tries < 6 && isPassing(error),
  });
  const acknowledged = page.acknowledgedAt !== undefined;
  return (
    <div className="message" data-waiting={isWaiting(page, now)}>
      <p className="message-text">{page.text}</p>
      <p className="quiet message-times">
        <span>
          {texts.sent} <Time at={page.sentAt} seconds />
        </span>
        {isWaiting(page, now) && (
          <span>
            {texts.left} <Remaining until={page.answerBy} />
          </span>
        )}
      </p>
      {page.acknowledgedAt !== undefined && (
        <p className="message-done">
          <span aria-hidden="true">✓ </span>
          {texts.acknowledged(page.acknowledgedByName ?? '')} <Time at={page.acknowledgedAt} seconds />
        </p>
      )}
      {!acknowledged && !isWaiting(page, now) && <p className="message-late">{texts.passedOn}</p>}
      {!acknowledged && !answer.data && (
        <Button data-size="md" onClick={() => answer.mutate()} loading={answer.isPending} aria-label={texts.acknowledgeFor(page.name)}>
          {texts.acknowledge}
        </Button>
      )}
      {answer.data && !answer.data.acknowledged && <Alert tone="warning">{answer.data.text}</Alert>}
      <ProblemNotice problem={answer.error} />
    </div>
  );
}
