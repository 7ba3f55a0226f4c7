import styles from './map-notice.module.css';

interface MapNoticeProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

/** A small notice over the map with one way out. */
export function MapNotice({ text, action, onAction }: MapNoticeProps) {
  return (
    <output className={styles.notice}>
      {text}
      <button type="button" onClick={onAction}>
        {action}
      </button>
    </output>
  );
}
