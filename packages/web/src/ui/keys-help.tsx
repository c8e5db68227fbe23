import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { type KeyBinding, keyLayers, useKeys } from './keys.ts';
import { useObservable } from './observable.ts';
import { Kbd } from './pieces.tsx';
import { texts } from './texts.nb.ts';

/** `?` lists the keys of the page one stands on. Stands once, in the shell. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  const layers = useObservable(keyLayers);
  useKeys([{ keys: '?', label: texts.keysHelp, group: texts.keysEverywhere, run: () => setOpen(true) }]);
  const groups = grouped(layers.toReversed().flatMap((layer) => layer.current));
  return (
    <>
      <button type="button" className="bar-button" onClick={() => setOpen(true)} aria-label={texts.keyboard} title={texts.keyboard}>
        <Kbd keys="?" />
      </button>
      <Dialog open={open} title={texts.keyboard} onClose={() => setOpen(false)}>
        {[...groups].map(([name, bindings]) => (
          <section key={name}>
            <h3 className="keys-group">{name}</h3>
            <dl className="keys-list">
              {bindings.map((binding) => (
                <div key={`${binding.keys} ${binding.label}`}>
                  <dt>
                    <Kbd keys={binding.keys} />
                  </dt>
                  <dd>{binding.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="quiet">{texts.keysWhileTyping}</p>
      </Dialog>
    </>
  );
}

function grouped(bindings: readonly KeyBinding[]): ReadonlyMap<string, readonly KeyBinding[]> {
  const groups = new Map<string, KeyBinding[]>();
  for (const binding of bindings) {
    if (binding.disabled) continue;
    const name = binding.group ?? texts.keysHere;
    const group = groups.get(name) ?? [];
    if (!group.some((other) => other.keys === binding.keys)) group.push(binding);
    groups.set(name, group);
  }
  return groups;
}
