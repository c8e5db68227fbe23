/** What stands on the telephone. No name, no address, no reason: a message on a screen can be read by anyone. */
export function pageText(page: { readonly unit: string; readonly level: 'primary' | 'backup' }): string {
  const who = page.level === 'primary' ? 'Du har vakt' : 'Primærvakt har ikke kvittert. Du er bakvakt';
  return `RØD KONTAKT ved ${page.unit}. ${who}: kvitter og logg inn.`;
}

export const answerTexts = {
  acknowledged: 'Kvittert. Logg inn i Vakthavende for å åpne kontakten.',
  already: 'En annen har alt kvittert for denne kontakten.',
  over: 'Varselet gjelder ikke lenger.',
};
