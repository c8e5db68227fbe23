import { commonRefusals, Problem } from '@vakthavende/contract/kernel';

const standard = new Set(['type', 'title', 'status', 'detail', 'code', 'field', 'errors', 'instance']);

/** A refusal, as the server explained it (RFC 9457). `data` is what else it tells: who has it, what changed. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly field: string | undefined;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly data: Readonly<Record<string, unknown>>;

  constructor(problem: Problem) {
    super(problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.detail = problem.detail;
    this.field = problem.field;
    this.errors = problem.errors ?? [];
    this.data = Object.fromEntries(Object.entries(problem).filter(([name]) => !standard.has(name)));
  }
}

/** The server was not reached; nothing is known of whether it got the request. */
export class OfflineError extends Error {
  override readonly name = 'OfflineError';
}

/** The answer is not what the contract says: the page is older than the server, or a fault of ours. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/** The problem in an answer that is not 2xx, also where something between us and the server wrote it. */
export function problemOf(status: number, body: unknown): ProblemError {
  const parsed = Problem.safeParse(body);
  if (parsed.success) return new ProblemError(parsed.data);
  const code =
    status === 401
      ? 'not-logged-in'
      : status === 413
        ? 'too-large'
        : status === 502 || status === 503 || status === 504
          ? 'unavailable'
          : 'unexpected';
  return new ProblemError({ type: 'about:blank', title: code, status, code, detail: commonRefusals[code] ?? code });
}

/** Worth another try with the same content: nothing is wrong with what was asked. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof OfflineError ||
    (error instanceof ProblemError && (error.status === 502 || error.status === 503 || error.status === 504))
  );
}
