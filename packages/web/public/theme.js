// Before the first paint, so that the night shift is not blinded by a white page. The same key is used by src/app/theme.ts.
try {
  document.documentElement.dataset.colorScheme = localStorage.getItem('vakthavende.theme') ?? 'auto';
} catch {
  // Storage may be closed; then the system's own choice holds.
}
