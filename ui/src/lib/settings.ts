/** Settings of this person on this machine. */
import type { SettingsSet } from '@/generated/wire.ts';
import type { Theme } from '@/kit/index.ts';
import type { Client } from './client.ts';
import { remember } from './kept.ts';

/** Where the language is remembered for the first word of the next start, before the settings have been read. */
export const LANGUAGE = 'language';
/** The same for the theme: the window is shown in its colours before it knows what is open. */
export const THEME = 'theme';

const UNCHANGED: SettingsSet = {
  name: null,
  organization: null,
  language: null,
  theme: null,
  text_size: null,
};

export async function setSettings(client: Client, settings: Partial<SettingsSet>): Promise<void> {
  const next = await client.call('settings_set', { ...UNCHANGED, ...settings });
  client.settings.set(next);
  remember(THEME, next.theme);
  if (next.language !== '' && next.language !== client.words.get().language) {
    remember(LANGUAGE, next.language);
    await client.setLanguage(next.language);
  }
}

export function themeOf(theme: string): Theme {
  return theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'system';
}
