export { Workplace } from './workplace.tsx';
