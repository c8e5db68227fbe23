import { Dialog as DsDialog, Heading } from '@digdir/designsystemet-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { KeyBarrier } from './keys.ts';
import { texts } from './texts.nb.ts';

/** A native dialog that begins at its first field, holds the focus, closes on Escape and gives the focus back to where it came from. Mounted only while open. */
export function Dialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'wide';
}) {
  return props.open ? <OpenDialog {...props} /> : null;
}

const firstField = ':is(input, textarea, select):not(:disabled, [type=hidden])';

function OpenDialog(props: Parameters<typeof Dialog>[0]) {
  const id = useId();
  const cameFrom = useRef(document.activeElement);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The browser would begin at the cross in the corner, and the first space typed would close what is to be filled in.
    body.current?.querySelector<HTMLElement>(firstField)?.focus();
    const origin = cameFrom.current;
    return () => {
      // After the dialog has left the page; it may be gone, or the page may have put the focus somewhere better by then.
      requestAnimationFrame(() => {
        if (origin instanceof HTMLElement && origin.isConnected && (document.activeElement ?? document.body) === document.body)
          origin.focus();
      });
    };
  }, []);
  return (
    <DsDialog
      open
      aria-labelledby={id}
      closeButton={texts.close}
      onClose={props.onClose}
      className="dialog"
      data-width={props.width ?? 'narrow'}
    >
      <KeyBarrier />
      <Heading id={id} level={2} data-size="xs" className="dialog-title">
        {props.title}
      </Heading>
      <div ref={body} className="dialog-body">
        {props.children}
      </div>
      {props.actions && <footer className="dialog-actions">{props.actions}</footer>}
    </DsDialog>
  );
}
