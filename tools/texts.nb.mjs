/** What start and test tell the person who runs them. */
export const texts = {
  oldNode: (/** @type {string} */ version) =>
    `Vakthavende trenger Node 20 eller nyere for å starte; dette er ${version}. Hent en nyere fra nodejs.org eller fra operativsystemets pakker.`,
  musl: 'Denne maskinen bruker musl (som Alpine). Node og PostgreSQL som følger med, er bygd for glibc: bruk Debian, Ubuntu eller macOS, eller en beholder med en av dem.',
  otherPlatform: (/** @type {string} */ platform) =>
    `Vakthavende følger ikke med Node for ${platform}. Den kjører på Linux og macOS, x64 og arm64 (i Windows: under WSL).`,
  installing: 'Installerer det som mangler (npm ci) …',
  installFailed: 'Installasjonen feilet. Meldingen fra npm står over.',
  nodeMissing: (/** @type {string} */ path) =>
    `Node som følger med, mangler eller lar seg ikke kjøre: ${path}. Kjør «npm ci --include=optional» og prøv igjen.`,
  building: 'Bygger skjermene …',
  buildFailed: 'Skjermene lot seg ikke bygge.',
  chromiumInstalling: (/** @type {string} */ how) => `Installerer Chromium for testene (${how}) …`,
  chromiumMissing:
    'Fant ingen Chromium til nettlesertestene, og fikk ikke installert en. Installer pakken «chromium», eller sett CHROMIUM_PATH til en Chromium eller Chrome.',
};
