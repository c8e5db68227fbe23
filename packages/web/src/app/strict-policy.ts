// Our content security policy forbids code made from text. zod would try it once (`new Function`), and the browser would report a violation;
// this is the setting that zod's own `z.config({ jitless: true })` writes, set before zod is loaded.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
