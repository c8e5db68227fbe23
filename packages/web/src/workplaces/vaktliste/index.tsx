import { Page } from '../../ui/panes.tsx';

export function Workplace() {
  return <Page title="Vaktliste">{null}</Page>;
}
