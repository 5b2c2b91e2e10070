/** The kit's words in English, out of the Fluent file that the application uses. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import source from '../../../assets/locales/en/ui-kit.ftl?raw';
import { type KitStrings, kitStrings } from '../../src/kit/strings.tsx';

export function englishKitStrings(): KitStrings {
  const bundle = new FluentBundle('en', { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(source));
  if (errors.length > 0) {
    throw new Error(`ui-kit.ftl: ${errors.join(', ')}`);
  }
  return kitStrings((id, args) => {
    const pattern = bundle.getMessage(id)?.value;
    if (!pattern) {
      throw new Error(`ui-kit.ftl has no message ${id}`);
    }
    return bundle.formatPattern(pattern, args);
  });
}
