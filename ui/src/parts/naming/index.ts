export { Naming } from './naming.tsx';
