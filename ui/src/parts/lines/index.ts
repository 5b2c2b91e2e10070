export { Head } from './head.tsx';
export { pressed } from './keys.ts';
export { Lines } from './lines.tsx';
export { Sign } from './sign.tsx';
