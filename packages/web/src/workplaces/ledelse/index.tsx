import { Page } from '../../ui/panes.tsx';

export function Workplace() {
  return <Page title="Ledelse">{null}</Page>;
}
