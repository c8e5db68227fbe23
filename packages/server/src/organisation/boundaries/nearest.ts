import type { Register } from '@vakthavende/core/organisation';
import { isCurrent } from '../views.ts';

/** The municipality whose drawn point is nearest: a guess for a person to confirm, where no boundary tells. */
export function nearestMunicipality(register: Register, longitude: number, latitude: number): string | undefined {
  const scale = Math.cos((latitude * Math.PI) / 180);
  let best: { readonly number: string; readonly distance: number } | undefined;
  for (const { number, position } of register.data.municipalities) {
    if (!position || !isCurrent(register, number)) continue;
    const distance = ((position.longitude - longitude) * scale) ** 2 + (position.latitude - latitude) ** 2;
    if (!best || distance < best.distance) best = { number, distance };
  }
  return best?.number;
}
