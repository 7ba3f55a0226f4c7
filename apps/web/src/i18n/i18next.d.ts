import type map from '../map/locales/en.json';
import type english from './locales/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'interface';
    resources: { interface: typeof english; map: typeof map };
  }
}
