import { localeOf } from '@monitor/domain';
import { formatOf, type Voice } from '@monitor/findings';
import { useTranslation } from '../i18n/use-translation.ts';

export { formatOf } from '@monitor/findings';
export type Format = Pick<Voice, 'number' | 'date'>;

/** Numbers and dates in the language of the interface. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatOf(localeOf(i18n.language));
}
