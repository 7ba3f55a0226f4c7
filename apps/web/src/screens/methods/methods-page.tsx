import methods from '../../../../../docs/methods.md';
import signals from '../../../../../docs/signals.md?part';
import pages from '../../styles/text-page.module.css';
import styles from './methods-page.module.css';

/** How every figure is calculated: the documents themselves, so that nothing is said twice. They are in English whatever the page is in. */
export default function MethodsPage() {
  // oxlint-disable-next-line react/no-danger -- our own documents, which the build made HTML of
  return (
    <article className={`${pages.page} ${styles.methods}`} lang="en" dangerouslySetInnerHTML={{ __html: methods + signals }} />
  );
}
