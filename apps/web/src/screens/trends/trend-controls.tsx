import { type TrendsData, units } from '@monitor/contract';
import { type Filter, type IncidentKind, type Interval, intervals, isSeries, kindOf, typesOfKind, without } from '@monitor/domain';
import { type TrendMeasure, trendMeasureNames, trendMeasureOf, trendMeasures } from '@monitor/findings';
import { useState } from 'react';
import buttons from '../../controls/button.module.css';
import { ChoiceMenu } from '../../controls/choice-menu.tsx';
import { Chips } from '../../filter/chips.tsx';
import { type Act, setMeasure, setView } from '../../filter/filter-actions.ts';
import { FilterButton } from '../../filter/filter-button.tsx';
import { PeriodPresets } from '../../filter/period-presets.tsx';
import { useExplore } from '../../filter/use-explore.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './trend-controls.module.css';
import kit from '../../styles/kit.module.css';
import { trendChoices } from './choices.ts';
import { shownAs, shownForms } from './shown-as.ts';

/** What the trend is of and how it is drawn: all of it in the address. */
export function TrendControls({ data, outdated }: { data: TrendsData | undefined; outdated: boolean }) {
  const { t } = useTranslation();
  const { filter, view, act } = useExplore();
  const canStack = data?.addsUp === true;
  const isSplit = view.split !== 'none';
  const [more, setMore] = useState(false);
  // Of no day that the data covers there is nothing to draw in another way.
  const isDrawn = data === undefined || data.steps.length > 0;
  return (
    <div className={`${kit.screenOnly} ${kit.ruled} ${styles.bar}`} data-more-shown={more || undefined}>
      <div className={`${kit.stackTight} ${styles.field}`}>
        <span className={`${kit.quiet} ${kit.tiny}`}>{t('trends.control.measure')}</span>
        <ChoiceMenu
          isField
          label={t('trends.control.measure')}
          value={trendMeasureOf(filter, view.measure)}
          options={trendMeasureNames.map((value) => ({
            value,
            // Of types that were chosen one by one, incidents are not all.
            label: t(value === 'incidents' && kindOf(filter) === undefined ? 'measure.incidents.name' : `trends.measure.${value}`),
          }))}
          onChoose={(name) => act(showMeasure(name))}
        />
      </div>
      <button
        type="button"
        className={`${buttons.plain} ${kit.phoneOnly} ${kit.push}`}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        {t('trends.control.options')}
      </button>
      {isDrawn ? (
        <>
          <Choice
            name="unit"
            options={units.map((value) => ({
              value,
              label: t(`trends.unit.${value}`),
              why: value === 'rate' ? data?.noRate : undefined,
            }))}
            value={data?.unit ?? 'count'}
            onChoose={(unit) => act(setView({ unit }))}
          />
          <Choice
            name="interval"
            options={intervals
              .filter((value) => data?.period === undefined || isSeries(value, data.period))
              .map((value) => ({ value, label: t(`chart.intervals.${value}`), why: undefined }))}
            value={data?.interval ?? 'month'}
            onChoose={(interval: Interval) => act(setView({ interval }))}
          />
          <div className={`${kit.stackTight} ${styles.field}`} data-more>
            <span className={`${kit.quiet} ${kit.tiny}`}>{t('trends.control.split')}</span>
            <ChoiceMenu
              isField
              label={t('trends.control.split')}
              value={view.split}
              options={trendChoices.split.map((value) => ({ value, label: t(`trends.split.${value}`) }))}
              onChoose={(split) => act(setView({ split }))}
            />
          </div>
        </>
      ) : null}
      {isDrawn && isSplit ? (
        <Choice
          name="show"
          options={shownForms.map((value) => ({
            value,
            label: t(`trends.show.${value}`),
            why: value === 'stacked' && !canStack ? t('trends.cannotStack') : undefined,
          }))}
          value={data === undefined ? view.show : shownAs(data, view.show)}
          onChoose={(show) => act(setView({ show }))}
        />
      ) : null}
      <div className={`${kit.stackTight} ${styles.field}`} data-more>
        <span className={`${kit.quiet} ${kit.tiny}`}>{t('filter.period')}</span>
        <PeriodPresets coverage={data?.coverage} />
      </div>
      <div className={kit.wrapRow} data-more>
        <FilterButton facets={data?.facets} coverage={data?.coverage} total={outdated ? undefined : data?.incidents} />
        <Chips />
      </div>
    </div>
  );
}

/** A few choices side by side; one that is not possible says why. */
function Choice<Value extends string>({
  name,
  options,
  value,
  onChoose,
}: {
  name: 'unit' | 'interval' | 'show';
  options: readonly { readonly value: Value; readonly label: string; readonly why: string | undefined }[];
  value: string;
  onChoose: (value: Value) => void;
}) {
  const { t } = useTranslation();
  return (
    <fieldset
      className={`${kit.stackTight} ${styles.field}`}
      aria-label={t(`trends.control.${name}`)}
      data-more={name === 'interval' ? undefined : true}
    >
      <span className={`${kit.quiet} ${kit.tiny}`} aria-hidden="true">
        {t(`trends.control.${name}`)}
      </span>
      <span className={`${kit.wrap} ${styles.choices}`}>
        {options.map(({ value: one, label, why }) => (
          <button
            key={one}
            type="button"
            className={buttons.choice}
            aria-pressed={value === one}
            disabled={why !== undefined}
            title={why}
            onClick={() => onChoose(one)}
          >
            {label}
          </button>
        ))}
      </span>
    </fieldset>
  );
}

/** Shows a measure. Types that were chosen one by one stay, unless the measure is of another kind of incident. */
export const showMeasure =
  (name: TrendMeasure): Act =>
  (state) => {
    const { measure, kind } = trendMeasures[name];
    return setMeasure(measure)({ ...state, filter: ofKind(state.filter, kind) });
  };

function ofKind(filter: Filter, kind: IncidentKind): Filter {
  const present = kindOf(filter);
  if (present === undefined && kind !== 'all') {
    const types = typesOfKind(kind);
    if (filter.type?.every((type) => types.includes(type)) === true) return filter;
  }
  const rest = without(filter, 'type', 'subtype');
  return kind === 'all' ? rest : { ...rest, type: typesOfKind(kind) };
}
