import type { Answers } from '../../answers/use-answers.ts';
import { Cite } from '../../cite/cite.tsx';
import buttons from '../../controls/button.module.css';
import { Embed } from '../../embed/embed.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ViewsButton } from '../../views/views-button.tsx';
import styles from './take-along.module.css';
import kit from '../../styles/kit.module.css';

/** Further ways to take the view along, below the file and the link. */
export function TakeAlong({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { data, outdated } = answers.summary;
  return (
    <div className={`${kit.wrap} ${styles.ways}`}>
      <ViewsButton className={buttons.link} />
      <Cite
        className={buttons.link}
        view={{
          name: t('cite.name.explore'),
          filter: answers.filterOfFigures,
          against: answers.against?.filterOfFigures,
          period: data?.period ?? null,
          datasetVersion: outdated ? undefined : data?.datasetVersion,
          datasets: answers.datasetsShown,
          synthetic: answers.synthetic,
        }}
      />
      <Embed className={buttons.link} />
    </div>
  );
}
