import type { SyntheticShare } from '@monitor/findings';
import type { ReactNode } from 'react';
import { useNoteOfNames } from './use-note-of-names.ts';
import { Footnotes } from './footnotes.tsx';
import styles from './incident-map.module.css';
import kit from '../styles/kit.module.css';

/** The place of a map that is not drawn: while it is loaded, and where it cannot be. What it must say stands there already. */
export function MapPlace({ synthetic, children }: { readonly synthetic: SyntheticShare; readonly children?: ReactNode }) {
  const noteOfNames = useNoteOfNames(null);
  return (
    <div className={`${kit.fill} ${kit.relative} ${styles.frame}`}>
      {children}
      <div className={`${kit.stack} ${styles.overlay}`}>
        <div className={styles.footnotes}>
          <Footnotes synthetic={synthetic} noteOfNames={noteOfNames} />
        </div>
      </div>
    </div>
  );
}
