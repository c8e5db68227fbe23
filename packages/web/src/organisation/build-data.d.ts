/** Made at build time by `register-data.ts` beside the Vite configuration. */
declare module 'virtual:coast' {
  /** SVG paths in the units of the drawing. */
  export const data: { readonly norway: string; readonly coarse: string; readonly neighbours: string };
}

declare module 'virtual:geography' {
  export const data: import('@vakthavende/core/organisation').Geography;
}
