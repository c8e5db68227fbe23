export { useServedClinics, useUnitName, useUnits } from './unit-name.ts';
