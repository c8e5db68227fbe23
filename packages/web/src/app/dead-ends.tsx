import { Button } from '@digdir/designsystemet-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { AnswerError, OfflineError, ProblemError } from './problem.ts';
import { texts } from './texts.nb.ts';
import { useTitle } from './title.ts';

/** Stands outside of the shell: an unknown address tells nothing about who is logged in. */
export function NotFoundPage() {
  useTitle(texts.notFound);
  return (
    <main className="centre-page" id="hoved">
      <h1>{texts.notFound}</h1>
      <p>{texts.notFoundWhat}</p>
      <Button asChild variant="secondary">
        <a href="/">{texts.toStart}</a>
      </Button>
    </main>
  );
}

export function NoWorkplacePage() {
  useTitle(texts.noWorkplace);
  return (
    <div className="centre-page">
      <h1>{texts.noWorkplace}</h1>
      <p>{texts.noWorkplaceWhat}</p>
    </div>
  );
}

export function NotYoursPage() {
  useTitle(texts.notYours);
  return (
    <div className="centre-page">
      <h1>{texts.notYours}</h1>
      <p>{texts.notYoursWhat}</p>
    </div>
  );
}

/** Catches what breaks on a page; the bar above and the drafts are still there. */
export function FailedPage(props: ErrorComponentProps) {
  useTitle(texts.failed);
  const known = props.error instanceof ProblemError || props.error instanceof OfflineError;
  const outdated =
    props.error instanceof AnswerError ||
    (props.error instanceof Error && /dynamically imported module|module script/i.test(props.error.message));
  return (
    <div className="centre-page" role="alert">
      <h1>{texts.failed}</h1>
      {known ? <ProblemNotice problem={props.error} /> : <p>{outdated ? texts.failedNew : texts.failedWhat}</p>}
      <div className="toolbar">
        {!outdated && <Button onClick={props.reset}>{texts.tryAgain}</Button>}
        <Button variant={outdated ? 'primary' : 'secondary'} onClick={() => window.location.reload()}>
          {texts.reload}
        </Button>
      </div>
    </div>
  );
}
