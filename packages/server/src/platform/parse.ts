import { z } from 'zod';

/** What enters, by its schema. Never throws: a value that the schema cannot even look at (`{length: {toString: 1}}` where text is due) is refused like any other. */
export function checked<S extends z.ZodType>(schema: S, value: unknown): z.ZodSafeParseResult<z.output<S>> {
  try {
    return schema.safeParse(value, { reportInput: true });
  } catch {
    return {
      success: false,
      error: new z.ZodError([{ code: 'custom', path: [], message: 'unreadable', input: undefined }]) as z.ZodError<z.output<S>>,
    };
  }
}

/** @throws z.ZodError, which the edge makes a problem document of */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = checked(schema, value);
  if (!result.success) throw result.error;
  return result.data;
}
