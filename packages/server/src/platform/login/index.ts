export type { ClientKey } from './client-key.ts';
export { createDemoProvider, type DemoPerson, type DemoProvider } from './demo/provider.ts';
export type { Directory, LoginIdentity } from './directory.ts';
export { createLogin, type Login, type LoginOptions } from './login.ts';
export type { ProviderOptions } from './oidc-client.ts';
export { localPath } from './return-path.ts';
