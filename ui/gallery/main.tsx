/** Every piece of the kit on one page, for the eye and for the tests. Not part of what is shipped. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import words from '../../assets/locales/en/ui-kit.ftl?raw';
import {
  applyTextSize,
  applyTheme,
  KitStringsProvider,
  kitStrings,
  LiveRegion,
  type Theme,
} from '../src/kit/index.ts';
import '../src/kit/kit.css';
import './gallery.css';
import { GridPage } from './grid-page.tsx';
import { Pieces } from './pieces.tsx';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(words));
const strings = kitStrings((id, args) => {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args) : id;
});

const query = new URLSearchParams(location.search);
const mirrored = query.get('dir') === 'rtl';
document.documentElement.dir = mirrored ? 'rtl' : 'ltr';
applyTheme((query.get('theme') ?? 'system') as Theme);
applyTextSize(Number(query.get('zoom') ?? '1'));

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale={mirrored ? 'ar-AE' : 'en-US'}>
        <KitStringsProvider strings={strings}>
          <LiveRegion>
            {query.get('page') === 'grid' ? (
              <GridPage rows={Number(query.get('rows') ?? 10_000)} />
            ) : (
              <Pieces />
            )}
          </LiveRegion>
        </KitStringsProvider>
      </I18nProvider>
    </StrictMode>,
  );
}
