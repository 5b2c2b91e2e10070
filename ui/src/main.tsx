import './kit/kit.css';
import { start } from './app/start.tsx';
import { findHost } from './lib/host/index.ts';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element #root');
}
void start(findHost(), root);
