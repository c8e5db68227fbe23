import { Button } from '@digdir/designsystemet-react';
import { Alert } from './pieces.tsx';
import { texts } from './texts.nb.ts';

/** What a refusal from the server carries; app's ProblemError fits. */
interface ProblemLike {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** Shows any error in words: a refusal with its fields, a lost connection, or a fault of ours. Nothing when there is no error. */
export function ProblemNotice(props: { readonly problem: unknown; readonly onRetry?: (() => void) | undefined }) {
  if (props.problem === undefined || props.problem === null) return null;
  const problem = likeProblem(props.problem);
  const offline = props.problem instanceof Error && props.problem.name === 'OfflineError';
  return (
    <Alert tone={offline ? 'warning' : 'danger'} urgent {...(offline ? { title: texts.offlineTitle } : {})}>
      <p>{offline ? texts.offline : (problem?.detail ?? texts.unexpected)}</p>
      {problem && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={`${error.field} ${error.message}`}>{error.message}</li>
          ))}
        </ul>
      )}
      {props.onRetry && (
        <Button variant="secondary" onClick={props.onRetry}>
          {texts.tryAgain}
        </Button>
      )}
    </Alert>
  );
}

/** The message for one field of what was sent (`order.text`, or its last name alone), if the refusal names it. */
export function fieldError(problem: unknown, field: string): string | undefined {
  const like = likeProblem(problem);
  if (!like) return undefined;
  const hit = like.errors.find((error) => error.field === field || error.field.endsWith(`.${field}`));
  if (hit) return hit.message;
  const named = (problem as { readonly field?: unknown }).field;
  return named === field || (typeof named === 'string' && named.endsWith(`.${field}`)) ? like.detail : undefined;
}

function likeProblem(problem: unknown): ProblemLike | undefined {
  if (typeof problem !== 'object' || problem === null || !('code' in problem) || !('detail' in problem) || !('errors' in problem))
    return undefined;
  // The three names were just found; the classes that have them are app's ProblemError alone.
  return problem as ProblemLike;
}
