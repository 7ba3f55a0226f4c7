import { Info } from 'lucide-react';
import styles from './explanation.module.css';
import kit from '../styles/kit.module.css';
import { type Method, MethodLink } from './method-link.tsx';
import { NoteOpener } from './opener.tsx';

interface ExplainedProps {
  readonly text: string;
  readonly explanation: string;
  readonly label: string;
  readonly method: Method;
}

/**
 * A few words under a figure, and a sign that opens the sentences behind them.
 * @param label name of the icon, for those who cannot see what it belongs to
 * @param method the paragraph of docs/methods.md that says how it is calculated
 */
export function Explained({ text, explanation, label, method }: ExplainedProps) {
  const end = text.lastIndexOf(' ') + 1;
  return (
    <>
      {text.slice(0, end)}
      {/* With the last word, so that the icon is never alone in a line. */}
      <span className={`${kit.nowrap} ${styles.end}`}>
        {text.slice(end)}
        <NoteOpener
          label={label}
          name={label}
          className={`${kit.centre} ${kit.faint} ${kit.rounded} ${styles.sign}`}
          words={<Info size={12} aria-hidden="true" />}
        >
          {() => (
            <p className={`${kit.small} ${styles.text}`}>
              {explanation} <MethodLink to={method} />
            </p>
          )}
        </NoteOpener>
      </span>
    </>
  );
}
