import { findingText } from '@vakthavende/contract/organisation';
import { type Finding, type FindingKind, findingKinds, type HelsenorgeList } from '@vakthavende/core/organisation';

const kindNames: Readonly<Record<FindingKind, string>> = { wrong: 'feil', check: 'kontroller', note: 'merk' };

/** Record by record, then municipality by municipality, then the counts. */
export function reportLines(list: HelsenorgeList): readonly string[] {
  const byRecord = Map.groupBy(list.findings, ({ record }) => record);
  const records = list.records.flatMap(({ record, name }) => {
    const findings = byRecord.get(record) ?? [];
    return findings.length === 0 ? [] : [`Post ${record} · ${name}`, ...findings.map(line)];
  });
  const municipalities = (byRecord.get(undefined) ?? []).map((finding) => `Kommune ${finding.place} · ${line(finding).trim()}`);
  return [...records, '', ...municipalities, '', ...countLines(list)];
}

export function countLines(list: HelsenorgeList): readonly string[] {
  const byCode = [...Map.groupBy(list.findings, ({ code }) => code)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const read = list.records.length;
  return [
    `${read} poster lest, ${read} tatt inn, ${list.findings.length} funn:`,
    ...byCode.map(
      ([code, findings]) => `${String(findings.length).padStart(6)}  ${code} (${kindNames[findingKinds[code]]}): ${findingText(code)}`,
    ),
  ];
}

function line(finding: Finding): string {
  const about = [
    finding.value === undefined ? undefined : `«${oneLine(finding.value)}»`,
    finding.minutes === undefined ? undefined : `${finding.minutes} minutter i uken`,
    finding.records.length === 0 ? undefined : `post ${finding.records.join(', ')}`,
  ].filter((part) => part !== undefined);
  const field = finding.field === undefined ? '' : `${finding.field}: `;
  const data = about.length === 0 ? '' : ` (${about.join('; ')})`;
  return `  ${kindNames[findingKinds[finding.code]]} · ${field}${findingText(finding.code)}${data}`;
}

/** The list has control characters in its comments; a terminal must not act on them. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\uFFFD');
}

const columns = ['post', 'tjeneste', 'kommune', 'felt', 'verdi', 'kode', 'grad', 'minutter', 'andre poster', 'tekst'] as const;

/** Every finding as a line of a spreadsheet. */
export function reportCsv(list: HelsenorgeList): string {
  const rows = list.findings.map((finding) => [
    finding.record,
    finding.record === undefined ? undefined : list.records[finding.record - 1]?.name,
    finding.place,
    finding.field,
    finding.value,
    finding.code,
    kindNames[findingKinds[finding.code]],
    finding.minutes,
    finding.records.join(' '),
    findingText(finding.code),
  ]);
  return csvOf([columns, ...rows]);
}

/** For a spreadsheet: semicolons and a byte order mark, as Norwegian ones expect. */
export function csvOf(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Quoted always; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
