import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../answers/use-answers.ts';
import buttons from '../../controls/button.module.css';
import { loadedPart } from '../../controls/loaded-part.tsx';
import styles from './place-time.module.css';

const Cards = loadedPart<{ answers: Answers }>(() => import('./place-time-cards.tsx'));

/** Statistics of place and time, closed until somebody wants them: they need all points, and some seconds. */
export function PlaceTimeSection({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const Sign = isOpen ? ChevronUp : ChevronDown;
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <div className={styles.head}>
        <h2 id={`${id}title`} className={styles.title}>
          {t('placeTime.title')}
        </h2>
        <p className={styles.intro}>{t('placeTime.intro')}</p>
        <button
          type="button"
          className={buttons.plain}
          aria-expanded={isOpen}
          aria-controls={`${id}cards`}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'placeTime.hide' : 'placeTime.show')} <Sign size={14} aria-hidden="true" />
        </button>
      </div>
      <div id={`${id}cards`}>{isOpen ? <Cards what={t('placeTime.title')} answers={answers} /> : null}</div>
    </section>
  );
}
