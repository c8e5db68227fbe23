import { Session } from '@vakthavende/contract/organisation';

/** In this tab only, gone when it closes: who was logged in and what they may see. No patient. */
const place = 'vakthavende.session';

export function rememberSession(session: Session): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(session));
  } catch {
    // Storage may be closed: then a reload without connection shows that there is none.
  }
}

export function rememberedSession(): Session | undefined {
  try {
    const parsed = Session.safeParse(JSON.parse(sessionStorage.getItem(place) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function forgetSession(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}
