/** The entrance without the warning about runtimes that no newcomer can act on: the pinned Node is newer than the package knows. */
declare module 'oidc-provider/lib/provider.js' {
  export { default as Provider } from 'oidc-provider';
}
