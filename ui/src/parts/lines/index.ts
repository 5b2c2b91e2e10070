export { Lines } from './lines.tsx';
