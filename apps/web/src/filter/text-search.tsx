import { filterLimits } from '@monitor/domain';
import { useEffect, useState } from 'react';
import fields from '../controls/field.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { setText } from './filter-actions.ts';
import kit from '../styles/kit.module.css';
import { useExplore, useGesture } from './use-explore.ts';

const pause = 350;

/** Words that must occur in the incident. Typing searches after a pause; a burst of typing is one step for Back. */
export function TextSearch() {
  const { t } = useTranslation();
  const { filter } = useExplore();
  const gesture = useGesture();
  const wanted = filter.q ?? '';
  const [typed, setTyped] = useState(wanted);
  const [known, setKnown] = useState(wanted);
  // The address changed by another hand: Back, a chip, a link.
  if (known !== wanted) {
    setKnown(wanted);
    if (typed.trim() !== wanted) setTyped(wanted);
  }
  useEffect(() => {
    if (typed.trim() === wanted) return undefined;
    const timer = setTimeout(() => gesture.act(setText(typed)), pause);
    return () => clearTimeout(timer);
  }, [typed, wanted, gesture]);
  return (
    <>
      <input
        type="search"
        className={fields.input}
        aria-label={t('filter.text.label')}
        placeholder={t('filter.text.placeholder')}
        value={typed}
        maxLength={filterLimits.textLength}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => gesture.end()}
      />
      <p className={`${kit.hint} ${kit.top2}`}>{t('filter.text.help')}</p>
    </>
  );
}
