/** Bokmål for what the contact context refuses; `{name}` is filled from the refusal's data. Filled in with core's codes. */
export const contactRefusals: Readonly<Record<string, string>> = {};
