export { useUnitName, useUnits } from './unit-name.ts';
