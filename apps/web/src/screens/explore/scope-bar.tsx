import { countKind, incidentKinds, kindOf, measureNames, typesOfKind } from '@monitor/domain';
import type { Answers } from '../../filter/use-answers.ts';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { setMeasure, setTypes } from '../../filter/filter-actions.ts';
import { useExplore } from '../../filter/use-explore.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import buttons from '../../controls/button.module.css';
import styles from './scope-bar.module.css';
import kit from '../../styles/kit.module.css';

/** Chooses which kind of incidents to look at and what to count. Everything on the screen follows. */
export function ScopeBar({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { filter, view, act } = useExplore();
  const byType = answers.summary.data?.facets.type;
  const chosen = kindOf(filter);
  return (
    <div className={`${kit.wrapRow} ${kit.screenOnly} ${styles.bar}`}>
      <fieldset className={`${kit.stackTight} ${styles.kinds}`} aria-label={t('scope.kinds')}>
        {incidentKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={buttons.choice}
            aria-pressed={chosen === kind}
            title={t(`scope.kind.${kind}.about`)}
            onClick={() => act(setTypes(typesOfKind(kind)))}
          >
            {t(`scope.kind.${kind}.label`)}
            <span className={`${kit.wideOnly} ${kit.small} ${styles.count}`}>
              {byType === undefined || answers.page?.noData !== undefined ? '\u00a0' : number.count(countKind(kind, byType))}
            </span>
          </button>
        ))}
      </fieldset>
      <div className={`${kit.rowTight} ${kit.detail}`}>
        <span className={kit.wideOnly} aria-hidden="true">
          {t('scope.measure')}
        </span>
        <ChoiceMenu
          label={t('scope.measure')}
          value={view.measure}
          options={measureNames.map((value) => ({ value, label: t(`measure.${value}.name`) }))}
          onChoose={(measure) => act(setMeasure(measure))}
        />
      </div>
    </div>
  );
}
