import { Component, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from './button.module.css';
import styles from './failure-boundary.module.css';
import kit from '../styles/kit.module.css';

interface Props {
  /** What could not be displayed, for the message. */
  readonly what: string;
  readonly onRetry?: () => void;
  /** Puts something around the notice. */
  readonly framed?: (notice: ReactNode) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps the failure of one picture from taking the others along. */
export class FailureBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const retry = () => {
      this.props.onRetry?.();
      this.setState({ failed: false });
    };
    const notice = <Failed what={this.props.what} onRetry={retry} />;
    return this.props.framed === undefined ? notice : this.props.framed(notice);
  }
}

function Failed({ what, onRetry }: { what: string; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={`${kit.stackWide} ${kit.quiet} ${kit.card} ${styles.failed}`} role="alert">
      <p>{t('state.picture.failed', { what })}</p>
      <p className={`${kit.tools} ${styles.ways}`}>
        <button type="button" className={buttons.plain} onClick={onRetry}>
          {t('state.failure.retry')}
        </button>
        {/* After an update of the server, programs of the page as it is here are no longer there. */}
        <button type="button" className={buttons.plain} onClick={() => location.reload()}>
          {t('failure.reload')}
        </button>
      </p>
    </div>
  );
}
