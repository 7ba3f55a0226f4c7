import { Explanation } from '../controls/explanation.tsx';
import styles from './key-figures.module.css';

/**
 * A few words under a figure, and a sign that opens the sentences behind them.
 * @param label name of the sign, for who cannot see what it stands beside
 */
export function Explained({ text, explanation, label }: { text: string; explanation: string; label: string }) {
  const end = text.lastIndexOf(' ') + 1;
  return (
    <>
      {text.slice(0, end)}
      {/* With the last word, so that the sign does not stand in a line alone. */}
      <span className={styles.end}>
        {text.slice(end)}
        <Explanation label={label} text={explanation} />
      </span>
    </>
  );
}
