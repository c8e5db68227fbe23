import { createHash } from 'node:crypto';
import { figures } from '@vakthavende/core/statistics';
import { expect, it } from 'vitest';
import { definitions } from './definitions.nb.ts';
import { figureNames } from './texts.nb.ts';

const ids: readonly string[] = figures.map((figure) => figure.id);

it('every figure has a name and a definition in bokmål, and no other has', () => {
  expect(Object.keys(definitions).toSorted()).toEqual(ids.toSorted());
  expect(Object.keys(figureNames).toSorted()).toEqual(ids.toSorted());
});

it('core defines the figures as when the bokmål was written: when this fails, revise it beside what changed, then the number here', () => {
  const written = figures.map(({ id, population, numerator, denominator, missing, source }) => [
    id,
    population,
    numerator,
    denominator,
    missing,
    source,
  ]);
  expect(createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 16)).toBe('892eab1a7c6aa514');
});
