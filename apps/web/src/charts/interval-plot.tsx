import { fewForRate } from '@monitor/findings';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ChartCard } from './chart-card.tsx';
import { paperWidth } from './paper-width.ts';
import { RowPlot, type RowLink } from './row-plot.tsx';
import { rowPlotLayout, type RowPlotShape } from './row-plot-layout.ts';
import { RowPlotPicture } from './row-plot-picture.tsx';

/** A rate of one place, with its 95% interval. */
export interface PlottedRate {
  readonly key: string;
  readonly label: string;
  readonly events: number;
  /** Undefined where there is none; `without` says why. */
  readonly rate: { readonly rate: number; readonly low: number; readonly high: number } | undefined;
  readonly without?: string | undefined;
  /** The one that the page is about. */
  readonly isOwn?: boolean;
}

interface IntervalPlotProps {
  /** Part of the names of its files. */
  readonly name: string;
  readonly title: string;
  readonly reading: string | undefined;
  /** In the order in which they are drawn. */
  readonly rates: readonly PlottedRate[];
  /** What the rows are: "Region". */
  readonly valueLabel: string;
  /** What is counted: "Violent incidents". */
  readonly countLabel: string;
  /** A rate that all are compared with. */
  readonly reference: number | undefined;
  readonly notes: readonly string[];
  readonly outdated: boolean;
  readonly linkOf: (key: string) => RowLink | undefined;
}

/** How sure the rates of several places are: each in its interval, on one scale. */
export function IntervalPlot({
  name,
  title,
  reading,
  rates,
  valueLabel,
  countLabel,
  reference,
  notes,
  outdated,
  linkOf,
}: IntervalPlotProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const shape: RowPlotShape = {
    rows: rates.map(({ key, label, events, rate, without, isOwn }) => ({
      key,
      label,
      mark: rate && { kind: 'interval', value: rate.rate, low: rate.low, high: rate.high, few: events < fewForRate },
      without,
      cells: [number.count(events)],
      isOwn,
    })),
    columns: [{ head: '', side: 'left' }],
    axis: true,
    reference,
  };
  const cell = (value: number | undefined) => ({ text: value === undefined ? '' : number.rate(value), value: value ?? null });
  const legend = t('chart.rates.legend', { few: fewForRate });
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={outdated}
      notes={notes}
      legend={legend}
      onPaper={<RowPlotPicture shape={shape} layout={rowPlotLayout(shape, paperWidth)} />}
      table={{
        name,
        columns: [
          { label: valueLabel, number: false },
          { label: countLabel, number: true },
          { label: t('chart.rates.rate'), number: true },
          { label: t('chart.by.low'), number: true },
          { label: t('chart.by.high'), number: true },
        ],
        rows: rates.map(({ label, events, rate, without }) => [
          { text: label, value: label },
          { text: number.count(events), value: events },
          rate === undefined ? { text: without ?? '', value: null } : cell(rate.rate),
          cell(rate?.low),
          cell(rate?.high),
        ]),
      }}
    >
      <RowPlot shape={shape} linkOf={linkOf} />
    </ChartCard>
  );
}
