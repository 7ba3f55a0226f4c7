import methods, { contents } from '../../../../../docs/methods.md';
import signals, { contents as more } from '../../../../../docs/signals.md?part';
import { Contents } from '../../sections/contents.tsx';
import pages from '../../styles/text-page.module.css';
import styles from './methods-page.module.css';

/** How every figure is calculated: the documents themselves, so that nothing is said twice. They are in English whatever the page is in. */
export default function MethodsPage() {
  return (
    <div className={pages.page}>
      <Contents sections={[...contents, ...more]} />
      {/* oxlint-disable-next-line react/no-danger -- our own documents, which the build made HTML of */}
      <article className={styles.methods} lang="en" dangerouslySetInnerHTML={{ __html: methods + signals }} />
    </div>
  );
}
