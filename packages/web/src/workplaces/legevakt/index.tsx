import { useEffect } from 'react';
import { useSession, useUnit } from '../../app/index.ts';
import { startOutbox } from '../../contact/index.ts';
import { Empty } from '../../ui/index.ts';
import { Clinic } from './clinic.tsx';
import { texts } from './texts.nb.ts';
import './board/board.css';
import './legevakt.css';
import './opened/opened.css';

export function Workplace() {
  const { unit } = useUnit();
  const session = useSession();
  useEffect(() => void startOutbox(session.staffId), [session.staffId]);
  if (unit === undefined) return <Empty title={texts.noUnit}>{texts.noUnitWhat}</Empty>;
  return <Clinic key={unit} unit={unit} />;
}
