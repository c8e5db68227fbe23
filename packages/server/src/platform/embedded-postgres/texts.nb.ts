/** A start that cannot go on, told to the person who started. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

export const texts = {
  otherVersion: (cluster: string, found: string, ours: string) =>
    `Dataene i ${cluster} er laget av PostgreSQL ${found}, men denne utgaven av Vakthavende bruker PostgreSQL ${ours}. ` +
    'Ingenting er endret. Start den forrige utgaven og ta ut dataene derfra, sett DATABASE_URL til en egen PostgreSQL, ' +
    'eller flytt mappen bort for å begynne på nytt.',
  passwordMissing: (file: string) =>
    `Passordet til databasen mangler: ${file} lar seg ikke lese. Hent filen fra sikkerhetskopien, eller flytt datamappen bort for å begynne på nytt.`,
  inUse: (dataDir: string, pid: number | undefined) =>
    `Vakthavende kjører allerede med dataene i ${dataDir}${pid === undefined ? '' : ` (prosess ${pid})`}. Stopp den først, eller bruk adressen den skrev.`,
  noServerUser:
    'PostgreSQL kan ikke kjøre som root, og det lot seg ikke gjøre å lage brukeren «vakthavende». Lag den (useradd --system vakthavende), eller start som en vanlig bruker.',
  noBinaries: (name: string) =>
    `PostgreSQL for denne maskinen mangler (npm-pakken ${name}). Kjør «npm ci» på nytt uten --omit=optional, eller sett DATABASE_URL til en egen PostgreSQL.`,
  initialisationFailed: (log: string, lines: string) => `Databasen lot seg ikke opprette. Se ${log}:\n${lines}`,
  startFailed: (log: string, lines: string) => `PostgreSQL startet ikke. Se ${log}:\n${lines}`,
  cannotStop: (pid: number) => `PostgreSQL (prosess ${pid}) lar seg ikke stoppe.`,
  placedElsewhere: (cluster: string) => `PostgreSQL kjører som egen bruker og når ikke denne mappen; dataene ligger i ${cluster}.`,
  copiedBinaries: (folder: string) => `PostgreSQL kjører som egen bruker og når ikke node_modules; programmet er kopiert til ${folder}.`,
  adopted: (pid: number) => `Tok over PostgreSQL som sto igjen etter forrige gang (prosess ${pid}).`,
  orphanStopped: (pid: number) => `Stopper PostgreSQL som sto igjen etter forrige gang (prosess ${pid}).`,
  staleRemoved: (pid: number) => `Fjernet låsefilen etter en PostgreSQL som ikke kjører lenger (prosess ${pid}).`,
  startAgain: 'PostgreSQL kunne ikke starte ennå; prøver igjen.',
} as const;
