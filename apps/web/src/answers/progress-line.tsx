import { useIsFetching } from '@tanstack/react-query';
import styles from './progress-line.module.css';

/** A thin line while anything is on its way; what is on the screen stays. The new count is announced by the figures. */
export function ProgressLine() {
  const fetching = useIsFetching() > 0;
  return <div className={styles.line} data-active={fetching || undefined} aria-hidden="true" />;
}
