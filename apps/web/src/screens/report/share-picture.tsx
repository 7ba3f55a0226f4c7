import { syntheticShare } from '@monitor/findings';
import { today, yearsEarlier } from '@monitor/domain';
import { textLines } from '../../charts/text-lines.ts';
import { type Brief, changeOnYear, type Headline, totalsOf, yearlyAmounts } from './brief.ts';
import { changeVerdict, rankedYears, type Writing } from './change-sentences.ts';
import { reportTitle } from '../../filter/report-words.ts';
import styles from './share-picture.module.css';
import inks from '../../styles/drawing.module.css';

/** Half of the picture's pixels: a download is drawn at twice its size. */
export const pictureSide = 540;
const margin = 36;
const inner = pictureSide - 2 * margin;
const chart = { top: 268, base: 426, gap: 10 } as const;

/** One figure of a brief as a square picture to share: the number, how it changed and how sure that is, earlier years, and the source. */
export function SharePicture({ brief, headline, writing }: { brief: Brief; headline: Headline; writing: Writing }) {
  const { t, format, terms } = writing;
  const totals = totalsOf(brief, headline);
  const { verdict, detail } = changeVerdict(changeOnYear(brief, headline), headline, yearsEarlier(brief.period, 1), writing);
  const share = syntheticShare(brief.datasetsShown);
  const source = t('report.picture.source', { sources: brief.datasetsShown.map(({ attribution }) => attribution).join('; ') });
  const version = t('report.picture.version', {
    version: format.number.count(brief.answers.now.datasetVersion),
    day: format.date.day(today()),
  });
  const notes = [...(hasKosovo(brief) ? [`*${t('notice.kosovo')}`] : []), `${source} ${t('product.name')}, ${version}.`];
  return (
    <svg width={pictureSide} height={pictureSide} viewBox={`0 0 ${pictureSide} ${pictureSide}`}>
      <rect className={inks.paper} width={pictureSide} height={pictureSide} />
      <Lines
        text={reportTitle(brief.place, brief.period, t, format, terms)}
        top={30}
        size={22}
        weight={700}
        most={2}
        className={inks.ink}
      />
      <text className={`${inks.strong} ${styles.number}`} data-measure={headline} x={margin} y={172}>
        {format.number.count(totals[headline] ?? 0)}
      </text>
      <Lines text={t(`report.figure.${headline}`)} top={180} size={17} weight={500} most={1} className={inks.ink} />
      <Lines text={`${verdict} ${detail}`} top={208} size={14} weight={400} most={2} className={inks.quiet} />
      <Bars brief={brief} headline={headline} writing={writing} />
      {share === 'none' ? null : (
        <Lines
          text={t(share === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}
          top={452}
          size={12}
          weight={700}
          most={1}
          className={inks.ink}
        />
      )}
      <Lines text={notes.join(' ')} top={471} size={9.5} weight={400} most={4} className={inks.quiet} />
    </svg>
  );
}

/** Whether the picture is of Kosovo, or of all locations, among which it may be. */
function hasKosovo({ place }: Brief): boolean {
  return place.kind === 'all' || place.code.startsWith('XK');
}

interface LinesProps {
  readonly text: string;
  readonly top: number;
  readonly size: number;
  readonly weight: number;
  readonly most: number;
  readonly className: string | undefined;
}

function Lines({ text, top, size, weight, most, className }: LinesProps) {
  return (
    <text className={className} fontSize={size} fontWeight={weight}>
      {textLines(text, inner, size, weight)
        .slice(0, most)
        .map((line, index) => (
          <tspan key={line} x={margin} y={top + size * (1 + index * 1.35)}>
            {line}
          </tspan>
        ))}
    </text>
  );
}

/** The same period of earlier years, its own last. */
function Bars({ brief, headline, writing: { format } }: { brief: Brief; headline: Headline; writing: Writing }) {
  const amounts = yearlyAmounts(brief, headline, rankedYears);
  const most = Math.max(1, ...amounts.map((one) => one.amounts?.[headline] ?? 0));
  const step = (inner + chart.gap) / amounts.length;
  return (
    <g>
      {amounts.map(({ period, amounts: of }, index) => {
        const isOwn = index === amounts.length - 1;
        const length = ((of?.[headline] ?? 0) / most) * (chart.base - chart.top);
        const left = margin + index * step;
        const middle = left + (step - chart.gap) / 2;
        return (
          <g key={period.from} className={styles.bar} data-own={isOwn || undefined} data-measure={headline}>
            <rect x={left} y={chart.base - length} width={step - chart.gap} height={length} />
            <text x={middle} y={chart.base - length - 6}>
              {of === undefined ? '–' : format.number.count(of[headline] ?? 0)}
            </text>
            <text x={middle} y={chart.base + 16}>
              {format.date.year(period.from)}
            </text>
          </g>
        );
      })}
      <path className={inks.base} d={`M${margin} ${chart.base}h${inner}`} />
    </g>
  );
}
