/** A list of ICPC-2 codes with texts, as loaded (reference/icpc/README.md). */
export interface DiagnosisList {
  readonly id: string;
  readonly codes: readonly Diagnosis[];
}

export interface Diagnosis {
  readonly code: string;
  readonly text: string;
}

/** A chapter letter and two digits. */
export function isDiagnosisCode(code: string): boolean {
  return /^[A-Z]\d{2}$/.test(code);
}

/** The diagnosis when the list has it, else undefined. */
export function knownDiagnosis(list: DiagnosisList, code: string): Diagnosis | undefined {
  return list.codes.find((diagnosis) => diagnosis.code === code);
}

export type DiagnosisListReading =
  | { readonly read: true; readonly list: DiagnosisList }
  | {
      readonly read: false;
      readonly faults: readonly { readonly line: number; readonly fault: 'notTwoColumns' | 'badCode' | 'noText' | 'repeated' }[];
    };

/** Reads `code;text` lines (UTF-8, lines starting with # are comments, an optional heading `code;text`). All faults are told, none is skipped. */
export function readDiagnosisList(id: string, csv: string): DiagnosisListReading {
  const codes = new Map<string, Diagnosis>();
  const faults: { line: number; fault: 'notTwoColumns' | 'badCode' | 'noText' | 'repeated' }[] = [];
  csv.split(/\r?\n/).forEach((raw, index) => {
    const row = (index === 0 ? raw.replace(/^\uFEFF/, '') : raw).trim();
    if (row === '' || row.startsWith('#') || row === 'code;text') return;
    const at = row.indexOf(';');
    const [code, text] = [row.slice(0, Math.max(at, 0)).trim(), row.slice(at + 1).trim()];
    const fault =
      at < 0 ? 'notTwoColumns' : !isDiagnosisCode(code) ? 'badCode' : text === '' ? 'noText' : codes.has(code) ? 'repeated' : undefined;
    if (fault) faults.push({ line: index + 1, fault });
    else codes.set(code, { code, text });
  });
  return faults.length > 0 ? { read: false, faults } : { read: true, list: { id, codes: [...codes.values()] } };
}
