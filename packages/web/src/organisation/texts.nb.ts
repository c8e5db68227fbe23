export const texts = {
  nation: 'Hele landet',
} as const;
