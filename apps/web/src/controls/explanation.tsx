import { Info } from 'lucide-react';
import styles from './explanation.module.css';
import kit from '../styles/kit.module.css';
import { loadedPart } from './loaded-part.tsx';

/** Loaded after the first figures; until then it looks the same and does nothing. */
const ExplanationSign = loadedPart<{ label: string; text: string }>(
  () => import('./explanation-sign.tsx'),
  ({ label }) => (
    <button type="button" className={styles.sign} aria-label={label} aria-disabled="true">
      <Info size={12} aria-hidden="true" />
    </button>
  ),
);

/**
 * A few words under a figure, and a sign that opens the sentences behind them.
 * @param label name of the icon, for those who cannot see what it belongs to
 */
export function Explained({ text, explanation, label }: { text: string; explanation: string; label: string }) {
  const end = text.lastIndexOf(' ') + 1;
  return (
    <>
      {text.slice(0, end)}
      {/* With the last word, so that the icon is never alone in a line. */}
      <span className={`${kit.nowrap} ${styles.end}`}>
        {text.slice(end)}
        <ExplanationSign what={label} label={label} text={explanation} />
      </span>
    </>
  );
}
