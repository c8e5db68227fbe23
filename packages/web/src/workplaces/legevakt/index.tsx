import { Page } from '../../ui/panes.tsx';

export function Workplace() {
  return <Page title="Legevakt">{null}</Page>;
}
