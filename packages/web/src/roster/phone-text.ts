/** Norwegian numbers as they are said: `999 00 010`; others as they are. */
export function phoneText(number: string): string {
  const national = number.replace(/^(\+|00)47(?=\d{8}$)/, '');
  return /^\d{8}$/.test(national) ? national.replace(/^(\d{3})(\d{2})(\d{3})$/, '$1 $2 $3') : number;
}
