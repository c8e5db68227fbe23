import { Button } from '@digdir/designsystemet-react';
import type { DemoPage } from '@vakthavende/contract/contact';
import { useEffect, useRef, useState } from 'react';
import { useTitle } from '../../app/index.ts';
import { useUnitName } from '../../organisation/index.ts';
import { Alert, Empty, Page, ProblemNotice, say, serverNow, useNow } from '../../ui/index.ts';
import { allowSound, beep } from './beep.ts';
import { TelephoneCard } from './telephone-card.tsx';
import { isWaiting, telephones } from './telephones.ts';
import { texts } from './texts.nb.ts';
import { usePager } from './use-pager.ts';
import './personsoker.css';

/** The demonstration pager: what the telephones of those on duty would show. */
export function Workplace() {
  useTitle(texts.title);
  const { pages, duties } = usePager();
  const now = useNow();
  const unitName = useUnitName();
  const [sound, setSound] = useState(false);
  useArrivals(pages.data?.pages, sound);
  const shown = telephones(duties.data ?? [], pages.data?.pages ?? [], now);
  const toggle = () => {
    if (!sound) allowSound();
    setSound(!sound);
  };
  return (
    <Page
      title={texts.title}
      actions={
        <Button variant="secondary" onClick={toggle}>
          {sound ? texts.soundOff : texts.soundOn}
        </Button>
      }
    >
      <Alert tone="info" title={texts.demoTitle}>
        {texts.demo}
      </Alert>
      <ProblemNotice problem={pages.error ?? duties.error} onRetry={() => void pages.refetch()} />
      {pages.isPending && <p className="quiet">{texts.loading}</p>}
      {pages.data && shown.length === 0 && <Empty title={texts.nobody}>{texts.nobodyWhat}</Empty>}
      <ul className="telephones">
        {shown.map((telephone) => (
          <li key={telephone.key}>
            <TelephoneCard telephone={telephone} now={now} unitName={unitName} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** Tells of pages that came since the page was opened: read out, and heard when sound is on. */
function useArrivals(pages: readonly DemoPage[] | undefined, sound: boolean): void {
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!pages) return;
    const before = known.current;
    known.current = new Set(pages.map((page) => page.pageId));
    if (!before) return;
    const fresh = pages.filter((page) => !before.has(page.pageId) && isWaiting(page, serverNow()));
    for (const page of fresh) say(texts.arrived(page.name), { tone: 'danger', urgent: true });
    if (fresh.length > 0 && sound) beep();
  }, [pages, sound]);
}
