/** Folders of a package that are no context: they compose or carry contexts, and say so in the settings of the linter. */
const notContexts = new Set(['app', 'ui', 'live', 'drafts', 'workplaces', 'platform', 'testing', 'bench']);

export interface Override {
  readonly includes?: readonly string[];
  readonly linter?: { readonly rules?: { readonly style?: { readonly noRestrictedImports?: unknown } } };
}

/** Context folders (names from any package) that no override of the linter walls in. */
export function contextsWithoutWall(folders: readonly string[], overrides: readonly Override[]): readonly string[] {
  const walled = new Set(
    overrides
      .filter((override) => override.linter?.rules?.style?.noRestrictedImports !== undefined)
      .flatMap((override) => override.includes ?? []),
  );
  return [...new Set(folders)].filter((folder) => !notContexts.has(folder) && !walled.has(`packages/*/src/${folder}/**`));
}
