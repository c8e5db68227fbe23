import { expect, it } from 'vitest';
import { figures } from './partials.ts';

/** Written anew by `vitest run -u` on this file; a definition that changes without its page fails here. */
it('the reference page of the figures says what the figures say of themselves', async () => {
  const sections = figures.map(
    (figure) => `## ${figure.id}

| | |
|---|---|
| Population | ${figure.population} |
| Numerator | ${figure.numerator} |
| Denominator | ${figure.denominator} |
| Missing | ${figure.missing} |
| Source | ${figure.source} |
`,
  );
  await expect(`${intro}\n${sections.join('\n')}`).toMatchFileSnapshot('../../../../docs/reference/figures.md');
});

const intro = `# The figures

Generated from \`packages/core/src/statistics/figures\` by \`packages/core/src/statistics/reference-page.test.ts\`; do not edit.

Each figure is counted from facts - one flat row per call and unit, one per contact and unit - and is a mergeable aggregate, so that
any period is the merging of its days. The rules that make a call's facts, overflow, transfer and callback among them, stand in
\`packages/core/src/telephony/call-fact.ts\`. Exact counts are kept; rounding (half up to whole percent) is the screen's.
`;
