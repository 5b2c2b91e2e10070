import type { Host } from './host.ts';
import { httpHost } from './http.ts';
import { tauriHost } from './tauri.ts';

export type { Host } from './host.ts';

/** The host that shows this page. */
export function findHost(): Host {
  return '__TAURI_INTERNALS__' in window ? tauriHost() : httpHost(new URL(window.location.href));
}
