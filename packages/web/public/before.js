// Runs before the page's modules.

// Before the first paint, so that the night shift is not blinded by a white page. The same key is used by src/app/theme.ts.
try {
  document.documentElement.dataset.colorScheme = localStorage.getItem('vakthavende.theme') ?? 'auto';
} catch {
  // Storage may be closed; then the system's own choice holds.
}

// Our content security policy forbids code made from text. zod would try it once (`new Function`), and the browser would report a violation;
// this is what zod's own `z.config({ jitless: true })` sets, and it must stand before the first schema is made.
globalThis.__zod_globalConfig = { jitless: true };
