import { expect, it } from 'vitest';
import { z } from 'zod';
import { checked, parsed } from './parse.ts';

const schema = z.strictObject({ name: z.string().max(5) });

it('gives what the schema gives', () => {
  expect(parsed(schema, { name: 'Kari' })).toEqual({ name: 'Kari' });
  expect(() => parsed(schema, { name: 'Karianne' })).toThrow(z.ZodError);
});

it('refuses a value that the schema trips over', () => {
  const unreadable = { name: { length: { toString: 1 } } };
  expect(() => schema.safeParse(unreadable)).toThrow(TypeError);
  expect(checked(schema, unreadable).success).toBe(false);
  expect(() => parsed(schema, unreadable)).toThrow(z.ZodError);
});
