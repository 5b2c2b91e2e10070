/** The person's settings: name, organization, language, theme, text size. Each is kept as soon as it is chosen. */
import { useState } from 'react';
import type { Choice } from '@/generated/wire.ts';
import { Button, Dialog, Select, TEXT_SIZES, TextField } from '@/kit/index.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { setSettings, themeOf } from '@/lib/settings.ts';
import { OrganizationField } from './organization-field.tsx';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;

export function SettingsDialog({
  languages,
  version,
  onClose,
}: {
  languages: readonly Choice[];
  version: string;
  onClose: () => void;
}) {
  const client = useClient();
  const notices = useNotices();
  const settings = useStore(client.settings);
  const { say, language } = useWords();
  const [name, setName] = useState(settings.name);
  const [organization, setOrganization] = useState(settings.organization);
  const set = (part: Parameters<typeof setSettings>[1]): void => {
    setSettings(client, part).catch(notices.report);
  };
  const close = (): void => {
    if (name !== settings.name || organization !== settings.organization) {
      set({ name: name.trim(), organization: organization.trim() });
    }
    onClose();
  };
  const sizes = TEXT_SIZES.map((size) => Math.round(size * 100));
  return (
    <Dialog
      title={say('settings-title')}
      isOpen
      onClose={close}
      actions={
        <Button look="primary" onPress={close} data-testid="settings-done">
          {say('done')}
        </Button>
      }
    >
      <TextField
        label={say('settings-name')}
        description={say('settings-name-hint')}
        value={name}
        onChange={setName}
        maxLength={200}
        autoFocus
        data-testid="settings-name"
      />
      <OrganizationField value={organization} onChange={setOrganization} />
      <Select
        label={say('language')}
        placeholder={say('choose')}
        choices={languages.map(({ code, label }) => ({ id: code, label }))}
        value={language}
        onChange={(code) => set({ language: String(code) })}
      />
      <Select
        label={say('settings-theme')}
        placeholder={say('choose')}
        choices={THEMES.map((theme) => ({ id: theme, label: say(`theme-${theme}`) }))}
        value={themeOf(settings.theme)}
        onChange={(theme) => set({ theme: String(theme) })}
      />
      <Select
        label={say('settings-text-size')}
        placeholder={say('choose')}
        choices={sizes.map((size) => ({
          id: String(size),
          label: say('percent', { percent: String(size) }),
        }))}
        value={String(sizes.includes(settings.text_size) ? settings.text_size : 100)}
        onChange={(size) => set({ text_size: Number(size) })}
      />
      <p className="k-quiet">{say('settings-version', { version })}</p>
    </Dialog>
  );
}
