import { Button, Dropdown } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { useObservable } from '../ui/observable.ts';
import { useUnsentCount } from './commands.ts';
import { useSession } from './session.tsx';
import { signOut } from './sign-out.ts';
import { texts } from './texts.nb.ts';
import { chooseTheme, theme, themes } from './theme.ts';

/** Name, appearance and the way out. */
export function Account() {
  const session = useSession();
  const chosen = useObservable(theme);
  const unsent = useUnsentCount();
  const [asking, setAsking] = useState(false);
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger className="bar-button account" variant="tertiary">
        <span className="account-name">{session.name}</span>
        <span className="account-short" aria-hidden="true">
          {initials(session.name)}
        </span>
      </Dropdown.Trigger>
      <Dropdown placement="bottom-end">
        <Dropdown.Heading>{texts.theme}</Dropdown.Heading>
        <Dropdown.List>
          {themes.map((each) => (
            <Dropdown.Item key={each}>
              <Dropdown.Button aria-pressed={each === chosen} onClick={() => chooseTheme(each)}>
                <span className="tick" aria-hidden="true">
                  {each === chosen ? '✓' : ''}
                </span>
                {texts.themes[each]}
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
        <Dropdown.Heading>{session.name}</Dropdown.Heading>
        <Dropdown.List>
          <Dropdown.Item>
            <Dropdown.Button onClick={() => (unsent > 0 ? setAsking(true) : void signOut())}>
              <span className="tick" aria-hidden="true" />
              {texts.logOut}
            </Dropdown.Button>
          </Dropdown.Item>
        </Dropdown.List>
      </Dropdown>
      <Dialog
        open={asking}
        title={texts.unsentAtLogOut(unsent)}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{texts.stay}</Button>
            <Button variant="secondary" data-color="danger" onClick={() => void signOut()}>
              {texts.logOutAnyway}
            </Button>
          </>
        }
      >
        <p>{texts.unsentAtLogOutWhat}</p>
      </Dialog>
    </Dropdown.TriggerContext>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/);
  return `${parts[0]?.[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`;
}
