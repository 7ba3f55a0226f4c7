import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId } from 'react';
import type { OneSide } from '../../filter/use-answers.ts';
import buttons from '../../controls/button.module.css';
import type { SideName } from '../../controls/side-badge.tsx';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { setView } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './place-time.module.css';
import kit from '../../styles/kit.module.css';

const Cards = loadedPart<{ answers: OneSide }>(() => import('./place-time-cards.tsx'));

/**
 * Statistics of place and time, closed until somebody wants them: they need all points, and some seconds.
 * @param side whose they are, where two selections are compared
 */
export function PlaceTimeSection({ answers, side }: { answers: OneSide; side?: SideName | undefined }) {
  const { t } = useTranslation();
  const explore = useExplore();
  const isOpen = explore.view.statistics === 'open';
  const id = useId();
  const Sign = isOpen ? ChevronUp : ChevronDown;
  return (
    <section className={`${kit.ruled} ${kit.pad} ${styles.section}`} aria-labelledby={`${id}title`}>
      <div className={kit.wrapRow}>
        <h2 id={`${id}title`} className={kit.large}>
          {side === undefined
            ? t('placeTime.title')
            : t('compare.titleOf', { title: t('placeTime.title'), side: t(`compare.side.${side}`) })}
        </h2>
        <p className={`${kit.detail} ${kit.grow} ${styles.intro}`}>{t('placeTime.intro')}</p>
        <button
          type="button"
          className={buttons.plain}
          aria-expanded={isOpen}
          aria-controls={`${id}cards`}
          onClick={() => explore.actInPlace(setView({ statistics: isOpen ? 'closed' : 'open' }))}
        >
          {t(isOpen ? 'placeTime.hide' : 'placeTime.show')} <Sign size={14} aria-hidden="true" />
        </button>
      </div>
      <div id={`${id}cards`}>{isOpen ? <Cards what={t('placeTime.title')} answers={answers} /> : null}</div>
    </section>
  );
}
