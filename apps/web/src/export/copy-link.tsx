import { Check, Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import type { Act } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';

const asItIs: Act = (state) => state;

/** Copies the address of what is on the screen, without what a bad link had in excess, and says that it did. */
export function CopyLink() {
  const { t } = useTranslation();
  const { queryAfter } = useExplore();
  const { state, copy } = useCopied();
  const query = queryAfter(asItIs);
  return (
    <button type="button" className={buttons.plain} onClick={() => copy(`${location.origin}/${query === '' ? '' : `?${query}`}`)}>
      {state === 'copied' ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{t(`link.copy.${state}`)}</span>
    </button>
  );
}
