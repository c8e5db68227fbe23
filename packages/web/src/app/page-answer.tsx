import { Button } from '@digdir/designsystemet-react';
import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { postPageAnswer } from '@vakthavende/contract/contact';
import { Alert } from '../ui/pieces.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { call } from './api.ts';
import { isPassing } from './problem.ts';
import { texts } from './texts.nb.ts';
import { useTitle } from './title.ts';

/**
 * Where the link in a page leads, on the telephone of the one on duty. Nobody is named here. Opening the link acknowledges nothing: message
 * programs open links by themselves to show a preview.
 */
export function PageAnswer() {
  useTitle(texts.answer.title);
  const { token } = useParams({ from: '/side/$token' });
  const answer = useMutation({
    mutationFn: () => call(postPageAnswer, { params: { token }, body: {} }),
    retry: (tries, error) => tries < 6 && isPassing(error),
  });
  return (
    <main className="centre-page answer-page" id="hoved" data-size="md">
      <h1>{texts.answer.title}</h1>
      {answer.data ? (
        <Alert
          tone={answer.data.acknowledged ? 'success' : 'warning'}
          title={answer.data.acknowledged ? texts.answer.done : texts.answer.not}
          urgent
        >
          <p>{answer.data.text}</p>
        </Alert>
      ) : (
        <>
          <p>{texts.answer.what}</p>
          <Button className="answer-button" onClick={() => answer.mutate()} loading={answer.isPending}>
            {texts.answer.button}
          </Button>
          <ProblemNotice problem={answer.error} />
        </>
      )}
    </main>
  );
}
