import type { Texts } from './text-files.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'interface';
    resources: Texts;
  }
}
