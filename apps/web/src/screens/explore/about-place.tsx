import { withoutPlace } from '@monitor/domain';
import { filterQuery } from '@monitor/contract';
import { Link } from '@tanstack/react-router';
import { addressOfFilter } from '../../filter/place-address.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import buttons from '../../controls/button.module.css';

/** Leads to the page of the location or region that the filter selects, with the rest of the filter. */
export function AboutPlace() {
  const { t } = useTranslation();
  const terms = useTerms();
  const { filter } = useExplore();
  const address = addressOfFilter(filter);
  if (address === undefined) return null;
  return (
    <Link
      className={buttons.link}
      to="/places/$place"
      params={{ place: address }}
      search={{ query: filterQuery(withoutPlace(filter)) }}
    >
      {t('places.aboutPlace', { place: terms.place(address) })}
    </Link>
  );
}
