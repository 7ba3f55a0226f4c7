import { Info } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import styles from './explanation.module.css';
import popovers from './popover.module.css';
import kit from '../styles/kit.module.css';

/** A small sign that opens a sentence of small print, by pointer, finger or key. */
export default function ExplanationSign({ label, text }: { label: string; text: string }) {
  return (
    <DialogTrigger>
      <Button className={styles.sign} aria-label={label}>
        <Info size={12} aria-hidden="true" />
      </Button>
      <Popover className={`${kit.raised} ${popovers.popover}`} placement="bottom" offset={4}>
        <Dialog className={`${popovers.dialog} ${styles.text}`} aria-label={label}>
          {text}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
