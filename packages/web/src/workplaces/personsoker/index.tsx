import { Page } from '../../ui/panes.tsx';

export function Workplace() {
  return <Page title="Personsøker">{null}</Page>;
}
