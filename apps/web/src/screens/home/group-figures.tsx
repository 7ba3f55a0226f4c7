import type { Figure, HomeData, SaidChange } from '@monitor/contract';
import { Section } from '../../sections/section.tsx';
import { Explained } from '../../controls/explanation.tsx';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  textCell,
  textColumn,
} from '../../format/chart-table.ts';
import { IntervalBar, toneOf } from '../../pictures/interval-bar.tsx';
import { exploreAddress, readFilter } from '../../filter/explore-query.ts';
import { IncidentsLink } from '../../filter/incidents-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import styles from './group-figures.module.css';
import kit from '../../styles/kit.module.css';
import { CompositionBar, CompositionPicture, type ShownPart } from './composition-bar.tsx';

type Group = HomeData['groups'][number];

/** Violence, and beside it what was seized: figures, each with its change on one axis, and what they are made of. */
export function GroupFigures({ groups }: Pick<HomeData, 'groups'>) {
  const axis = changeAxis(groups.flatMap(({ figures }) => figures.map(({ change }) => change)));
  return (
    <div className={`${kit.stack} ${styles.groups}`}>
      {groups.map((group) => (
        <GroupOf key={group.kind} group={group} axis={axis} />
      ))}
    </div>
  );
}

/** @param axis of all intervals: from minus to plus this share */
function GroupOf({ group, axis }: { readonly group: Group; readonly axis: number }) {
  const { t } = useTranslation();
  const parts = useParts(group);
  const { kind, figures, query } = group;
  const size = kind === 'violence' ? 'wide' : 'narrow';
  const isEmpty = parts.length === 0;
  return (
    <div className={`${kit.least} ${styles.group}`} data-group={kind}>
      <Section
        form="part"
        heading="h2"
        title={t(`home.group.${kind}.title`)}
        reading={t(`home.group.${kind}.what`)}
        legend={t(`home.group.${kind}.madeOf`)}
        filter={readFilter(query)}
        table={useGroupTable(group, parts)}
        onPaper={isEmpty ? undefined : <CompositionPicture parts={parts} size={size} />}
      >
        {group.none !== undefined ? (
          <p className={`${kit.quiet} ${kit.top3}`}>{group.none}</p>
        ) : (
          <>
            <div className={`${kit.grid} ${styles.figures}`}>
              {figures.map((figure) => (
                <GroupFigure key={figure.measure} kind={kind} figure={figure} axis={axis} />
              ))}
            </div>
            {isEmpty ? null : <CompositionBar parts={parts} size={size} />}
          </>
        )}
      </Section>
    </div>
  );
}

/** The figures with their changes, then what the incidents are made of. */
function useGroupTable({ kind, figures }: Group, parts: readonly ShownPart[]): ChartTable {
  const { t } = useTranslation();
  const format = useFormat();
  const many = figures.find(({ measure }) => measure === 'incidents')?.many;
  return {
    name: kind,
    columns: [
      textColumn(t('home.group.column.figure')),
      numberColumn(t('home.group.column.number')),
      numberColumn(t('changes.table.before')),
      ...intervalColumns('change', t),
    ],
    rows: [
      ...figures.map(({ many: counted, count, change }) => [
        textCell(counted),
        countCell(count ?? undefined, format),
        countCell(change.earlier, format),
        ...changeCells(change.difference, change.verdict, format),
      ]),
      ...parts.map(({ name, count }) => [
        textCell(t('home.group.column.part', { many, part: name })),
        countCell(count, format),
        ...['', '', '', ''].map((text) => ({ text, value: null })),
      ]),
    ],
  };
}

interface GroupFigureProps {
  readonly kind: Group['kind'];
  readonly figure: Figure;
  readonly axis: number;
}

function GroupFigure({ kind, figure: { measure, count, label, query, change }, axis }: GroupFigureProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const isReported = count !== null;
  const tone = toneOf({ measure, kind });
  const ends = [number.signedPercent(-axis), number.signedPercent(axis)] as const;
  return (
    <div className={`${kit.least} ${kit.upright} ${kit.divided} ${styles.figure}`} data-figure={measure}>
      <p className={`${kit.quiet} ${styles.line}`}>
        <IncidentsLink className={`${kit.number} ${styles.value}`} data-tone={tone} query={exploreAddress(query, measure)}>
          {isReported ? number.count(count) : '–'}
        </IncidentsLink>{' '}
        <span className={`${kit.middling} ${styles.label}`}>{label}</span>
      </p>
      <p className={kit.verdict} data-clear={(isReported && change.isClear) || undefined}>
        {isReported && change.before !== undefined ? change.verdict : null}
      </p>
      <p className={`${kit.note} ${kit.bottom3} ${kit.grow} ${styles.before}`}>
        {isReported ? (
          <Explained
            text={change.before ?? change.verdict}
            explanation={change.explanation}
            label={t('summary.aboutChange', { figure: label })}
            method="ratio-of-two-rates"
          />
        ) : (
          t('summary.notReported.all')
        )}
      </p>
      {change.difference === undefined ? null : (
        <IntervalBar
          value={change.difference.difference}
          low={change.difference.low}
          high={change.difference.high}
          axis={[-axis, axis]}
          tone={tone}
          ticks={[
            { at: -axis, text: ends[0] },
            { at: 0, text: t('home.noChange') },
            { at: axis, text: ends[1] },
          ]}
        />
      )}
    </div>
  );
}

/** How weapons were obtained, the more certain the darker; without a mode, as not reported. */
const modes: Readonly<Record<string, Pick<ShownPart, 'token' | 'opacity'>>> = {
  seized: { token: '--c-seizure' },
  found: { token: '--c-seizure', opacity: 0.7 },
  surrendered: { token: '--c-seizure', opacity: 0.42 },
};

/** What the incidents of a group are made of: violence by type, seizures by how the weapons were obtained. */
function useParts({ kind, parts }: Group): ShownPart[] {
  const { t } = useTranslation();
  const terms = useTerms();
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  return parts.map(({ values, count, query }) => {
    const shared = { count, share: count / whole, query };
    if (kind === 'weapon_seizure') {
      const name = values.map((value) => terms.value('mode', value)).join(', ');
      return { ...shared, name, ...(modes[values[0] ?? ''] ?? { token: '--c0' }) };
    }
    const type = values.length === 1 ? incidentTypeOf(values[0] ?? '') : undefined;
    return {
      ...shared,
      name: t(`home.shortType.${type ?? 'other'}`),
      token: type === undefined ? '--c0' : incidentTypeTokens[type],
    };
  });
}

/** Ends of the axis to choose from, as shares of one. */
const ends = [0.2, 0.4, 0.6, 1];

/** The end of an axis from minus to plus it that holds the intervals of all changes; those of the widest may reach beyond. */
export function changeAxis(changes: readonly Pick<SaidChange, 'difference'>[]): number {
  const reach = changes.flatMap(({ difference }) => (difference ? [Math.abs(difference.low), Math.abs(difference.high)] : []));
  const farthest = Math.max(0, ...reach);
  return ends.find((end) => end >= farthest) ?? 1;
}
