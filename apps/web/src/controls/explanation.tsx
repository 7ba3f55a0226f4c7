import { Info } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import styles from './explanation.module.css';
import popovers from './popover.module.css';

/** A small sign that opens a sentence of small print, by pointer, finger or key. */
function Explanation({ label, text }: { label: string; text: string }) {
  return (
    <DialogTrigger>
      <Button className={styles.sign} aria-label={label}>
        <Info size={12} aria-hidden="true" />
      </Button>
      <Popover className={popovers.popover} placement="bottom" offset={4}>
        <Dialog className={`${popovers.dialog} ${styles.text}`} aria-label={label}>
          {text}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

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
      <span className={styles.end}>
        {text.slice(end)}
        <Explanation label={label} text={explanation} />
      </span>
    </>
  );
}
