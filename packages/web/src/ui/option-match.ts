export interface ComboOption<Value> {
  readonly key: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly value: Value;
}

/** Those where every word written begins a word of label or detail; those whose label begins with the text come first. */
export function filtered<Value>(options: readonly ComboOption<Value>[], typed: string): readonly ComboOption<Value>[] {
  const words = typed.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
  const hits = options.filter((option) => {
    const inside = `${option.label} ${option.detail ?? ''}`.toLocaleLowerCase('nb').split(/[\s,()/-]+/);
    return words.every((word) => inside.some((part) => part.startsWith(word)));
  });
  const first = (option: ComboOption<Value>) => option.label.toLocaleLowerCase('nb').startsWith(words.join(' '));
  return [...hits.filter(first), ...hits.filter((option) => !first(option))];
}
