import styles from './map-notice.module.css';

interface MapNoticeProps {
  readonly text: string;
  /** The one way out, where there is one. */
  readonly action?: { readonly name: string; readonly act: () => void };
}

/** A small notice over the map. */
export function MapNotice({ text, action }: MapNoticeProps) {
  return (
    <output className={styles.notice}>
      {text}
      {action && (
        <button type="button" onClick={action.act}>
          {action.name}
        </button>
      )}
    </output>
  );
}
