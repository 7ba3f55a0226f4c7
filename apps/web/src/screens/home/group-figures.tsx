import type { Measure } from '@monitor/domain';
import { type FigureChange, figureChange, isNotReported } from '@monitor/findings';
import { Link } from '@tanstack/react-router';
import { ChartCard } from '../../charts/chart-card.tsx';
import { Explained } from '../../controls/explanation.tsx';
import { changeWords } from '../../figures/change-words.ts';
import {
  changeCells,
  type ChartTable,
  countCell,
  intervalColumns,
  numberColumn,
  textCell,
  textColumn,
} from '../../figures/chart-table.ts';
import { IntervalBar, type IntervalTone } from '../../figures/interval-bar.tsx';
import { comparedMany } from '../../figures/notable-change-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf, incidentTypeTokens } from '../../styles/incident-type-tokens.ts';
import { exploreQuery } from '../../filter/explore-query.ts';
import { changeAxis } from './change-axis.ts';
import styles from './group-figures.module.css';
import { makeUp } from './make-up.ts';
import { MakeUpBar, MakeUpPicture, type ShownPart } from './make-up-bar.tsx';
import { type GroupAnswer, type HomeAnswers, type HomeGroup, homeGroups } from './use-home.ts';

/** The figures of each group. */
const groupMeasures = {
  violence: ['incidents', 'killed', 'injured'],
  weapon_seizure: ['incidents', 'weapons'],
} as const satisfies Record<HomeGroup, readonly Measure[]>;
type GroupMeasure = (typeof groupMeasures)[HomeGroup][number];

const tones: Readonly<Partial<Record<GroupMeasure, IntervalTone>>> = { killed: 'killed', injured: 'injured' };

/** Violence, and beside it what was seized: figures, each with its change on one axis, and what they are made of. */
export function GroupFigures({ answers }: { readonly answers: HomeAnswers }) {
  const groups = homeGroups.map((kind) => ({
    group: answers.groups[kind],
    changes: new Map<GroupMeasure, FigureChange>(
      groupMeasures[kind].map((measure) => {
        const { summary, filter, datasets } = answers.groups[kind];
        return [measure, figureChange(summary, filter, measure, datasets)];
      }),
    ),
  }));
  const axis = changeAxis(groups.flatMap(({ changes }) => [...changes.values()]));
  return (
    <div className={styles.groups}>
      {groups.map(({ group, changes }) => (
        <Group key={group.kind} group={group} changes={changes} axis={axis} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: GroupAnswer;
  readonly changes: ReadonlyMap<GroupMeasure, FigureChange>;
  /** Of all intervals: from minus to plus this share. */
  readonly axis: number;
}

function Group({ group, changes, axis }: GroupProps) {
  const { t } = useTranslation();
  const parts = useParts(group);
  const { kind, summary, filter } = group;
  const size = kind === 'violence' ? 'wide' : 'narrow';
  const title = t(`home.group.${kind}.title`);
  const isEmpty = summary.totals.incidents === 0;
  return (
    <div className={styles.group} data-group={kind}>
      <ChartCard
        form="part"
        heading="h2"
        title={title}
        reading={t(`home.group.${kind}.what`)}
        legend={t(`home.group.${kind}.madeOf`)}
        outdated={false}
        filter={filter}
        table={useGroupTable(group, changes, parts)}
        onPaper={isEmpty ? undefined : <MakeUpPicture parts={parts} size={size} />}
      >
        {isEmpty ? (
          <p className={styles.none}>{t(`home.group.${kind}.none`)}</p>
        ) : (
          <>
            <div className={styles.figures}>
              {groupMeasures[kind].map((measure) => (
                <GroupFigure key={measure} group={group} measure={measure} change={changes.get(measure)} axis={axis} />
              ))}
            </div>
            <MakeUpBar parts={parts} size={size} />
          </>
        )}
      </ChartCard>
    </div>
  );
}

/** The figures with their changes, then what the incidents are made of. */
function useGroupTable({ kind, summary }: GroupAnswer, changes: GroupProps['changes'], parts: readonly ShownPart[]): ChartTable {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  return {
    name: kind,
    columns: [
      textColumn(t('home.group.column.figure')),
      numberColumn(t('home.group.column.number')),
      numberColumn(t('changes.table.before')),
      ...intervalColumns('change', t),
    ],
    rows: [
      ...groupMeasures[kind].map((measure) => {
        const change = changes.get(measure);
        const isSilent = isNotReported(summary.totals, measure);
        return [
          textCell(comparedMany(kind, measure, t)),
          countCell(isSilent ? undefined : (summary.totals[measure] ?? 0), format),
          countCell(change && 'before' in change ? change.before?.count : undefined, format),
          ...changeCells(
            change?.kind === 'change' ? change : undefined,
            change === undefined ? '–' : changeWords(change, measure, t, format, terms.place).verdict,
            format,
          ),
        ];
      }),
      ...parts.map(({ name, count }) => [
        textCell(t('home.group.column.part', { many: comparedMany(kind, 'incidents', t), part: name })),
        countCell(count, format),
        ...['', '', '', ''].map((text) => ({ text, value: null })),
      ]),
    ],
  };
}

interface GroupFigureProps {
  readonly group: GroupAnswer;
  readonly measure: GroupMeasure;
  readonly change: FigureChange | undefined;
  readonly axis: number;
}

function GroupFigure({ group, measure, change, axis }: GroupFigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { number } = format;
  const { kind, filter, summary } = group;
  const count = summary.totals[measure] ?? 0;
  const isSilent = isNotReported(summary.totals, measure);
  const label = measure === 'incidents' ? t(`home.incidents.${kind}`, { count }) : t(`home.figure.${measure}`, { count });
  const words = change && !isSilent ? changeWords(change, measure, t, format, terms.place) : undefined;
  const tone = tones[measure] ?? (kind === 'violence' ? 'count' : 'seizures');
  const ends = [number.signedPercent(-axis), number.signedPercent(axis)] as const;
  return (
    <div className={styles.figure} data-figure={measure}>
      <p className={styles.line}>
        <Link className={styles.value} data-tone={tone} to="/explore" search={{ query: exploreQuery(filter, measure) }}>
          {isSilent ? '–' : number.count(count)}
        </Link>{' '}
        <span className={styles.label}>{label}</span>
      </p>
      <p className={styles.verdict} data-clear={words?.isClear || undefined}>
        {words?.before === undefined ? null : words.verdict}
      </p>
      <p className={styles.before}>
        {words === undefined ? (
          t('summary.notReported.all')
        ) : (
          <Explained
            text={words.before ?? words.verdict}
            explanation={words.explanation}
            label={t('summary.aboutChange', { figure: label })}
          />
        )}
      </p>
      {change?.kind === 'change' ? (
        <IntervalBar
          value={change.difference}
          low={change.low}
          high={change.high}
          axis={[-axis, axis]}
          tone={tone}
          ticks={[
            { at: -axis, text: ends[0] },
            { at: 0, text: t('home.noChange') },
            { at: axis, text: ends[1] },
          ]}
        />
      ) : null}
    </div>
  );
}

/** What the incidents of a group are made of: violence by type, seizures by how the weapons were obtained. */
function useParts({ kind, filter, summary }: GroupAnswer): ShownPart[] {
  const { t } = useTranslation();
  const terms = useTerms();
  if (kind === 'weapon_seizure')
    return makeUp(summary.facets.mode ?? []).map((part) => ({
      ...part,
      name: part.values.map((value) => terms.value('mode', value)).join(', '),
      colour: `mode-${part.values[0] ?? ''}`,
      filter: { ...filter, mode: part.values } as typeof filter,
    }));
  // The list counts every type, whichever are chosen.
  const counted = (summary.facets.type ?? []).filter(({ value }) => filter.type?.some((type) => type === value));
  return makeUp(counted).map((part) => {
    const types = part.values.map(incidentTypeOf);
    const [type = 'other'] = types;
    const single = part.values.length === 1 ? type : 'other';
    return {
      ...part,
      name: t(`home.shortType.${single}`),
      colour: part.values.length === 1 ? incidentTypeTokens[type].slice('--c-'.length) : 'others',
      filter: { ...filter, type: types },
    };
  });
}
