import { useSubPath, useUnit } from '../../app/index.ts';
import { Empty, Page } from '../../ui/index.ts';
import { useShown } from './address.ts';
import { FiguresPage } from './figures-page.tsx';
import { LogPage } from './log-page.tsx';
import { RowsPage } from './rows-page.tsx';
import { texts } from './texts.nb.ts';
import { useToday } from './use-today.ts';
import './ledelse.css';

/** Figures live and back in time, the rows behind each, and who has opened which contact. */
export function Workplace() {
  const { unit } = useUnit();
  const log = useSubPath() === 'logg';
  if (unit === undefined) {
    return (
      <Page title={texts.title}>
        <Empty title={texts.noUnit} />
      </Page>
    );
  }
  return log ? <LogPage key={unit} unit={unit} /> : <Figures unit={unit} />;
}

function Figures({ unit }: { readonly unit: string }) {
  const today = useToday();
  const [shown, show] = useShown(today);
  const part = { unit, today, shown, show };
  return shown.figureId ? <RowsPage {...part} figureId={shown.figureId} /> : <FiguresPage {...part} />;
}
