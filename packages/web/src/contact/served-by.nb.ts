export const servedTexts = {
  gap: 'Ingen har vakt her nå',
  ownGp: 'Egen fastlege på dagtid',
  hasDuty: 'har vakt.',
  overlap: (names: string) => `Flere har vakt samtidig: ${names}`,
  open: 'Åpent nå:',
  noneOpen: 'Ingen legevaktlokaler er åpne nå.',
  opens: (clock: string) => `Åpner kl. ${clock}.`,
  asking: 'Slår opp hvem som har vakt …',
  failed: 'Kunne ikke slå opp hvem som har vakt.',
} as const;
