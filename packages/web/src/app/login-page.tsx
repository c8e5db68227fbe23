import { Button } from '@digdir/designsystemet-react';
import { Dialog } from '../ui/dialog.tsx';
import { useObservable } from '../ui/observable.ts';
import { sessionLost } from './session-lost.ts';
import { texts } from './texts.nb.ts';
import { useTitle } from './title.ts';

export function LoginPage() {
  useTitle(texts.logIn);
  return (
    <main className="centre-page login" id="hoved">
      <img src="/icon.svg" alt="" width="56" height="56" />
      <h1>{texts.product}</h1>
      <p className="login-about">{texts.about}</p>
      <Button asChild data-size="md">
        <a href={loginAddress()}>{texts.logIn}</a>
      </Button>
    </main>
  );
}

/** Over the page, which stays as it was: the session ran out. */
export function SessionLostDialog(props: { readonly onAgain: () => void }) {
  const lost = useObservable(sessionLost);
  return (
    <Dialog
      open={lost}
      title={texts.sessionLost}
      onClose={() => sessionLost.set(false)}
      actions={
        <>
          <Button asChild>
            <a href={loginAddress()}>{texts.logInAgain}</a>
          </Button>
          <Button variant="secondary" onClick={props.onAgain}>
            {texts.haveLoggedIn}
          </Button>
        </>
      }
    >
      <p>{texts.sessionLostWhat}</p>
    </Dialog>
  );
}

function loginAddress(): string {
  return `/login?return=${encodeURIComponent(window.location.pathname + window.location.search)}`;
}
