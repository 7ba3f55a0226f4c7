import { useTranslation } from '../i18n/use-translation.ts';

/** Says how many places a search has found to those who cannot see its list. @param count undefined while it is not known */
export function FoundCount({ count }: { count: number | undefined }) {
  const { t } = useTranslation();
  return <output className="visually-hidden">{count === undefined ? '' : t('filter.places.found', { count })}</output>;
}
