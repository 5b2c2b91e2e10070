/** The desktop shell as host. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { EVENTS, type Host } from './host.ts';

export function tauriHost(): Host {
  return {
    call: (command, args, language) => invoke('rpc', { command, arguments: args, language }),
    onEvent(listener) {
      for (const name of EVENTS) {
        void listen(name, (event) => listener(name, event.payload));
      }
    },
  };
}
