import { siteFocus } from '@monitor/geography';
import { briefFigureKey } from '@monitor/findings';
import type { BriefData } from '@monitor/contract';
import { today } from '@monitor/domain';
import { YearBars } from '../../pictures/year-bars.tsx';
import { textLines } from '../../pictures/text-lines.ts';
import { useFormat } from '../../format/use-format.ts';
import { kosovoNote } from '../../i18n/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Brief } from './brief.ts';
import styles from './share-picture.module.css';
import inks from '../../styles/drawing.module.css';

type Figure = BriefData['figures'][number];

/** Half of the picture's pixels: a download is drawn at twice its size. */
export const pictureSide = 540;
const margin = 36;
const inner = pictureSide - 2 * margin;
const chart = { y: 250, width: inner, height: 192 } as const;

/** One figure of a brief as a square picture to share: the number, how it changed and how sure that is, earlier years, and the source. */
export function SharePicture({ brief, figure }: { brief: Brief; figure: Figure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, datasetVersion, datasetsShown, synthetic } = brief;
  const { measure, count, verdicts, notes: without, years } = figure;
  const [onYear] = verdicts;
  const source = t('report.picture.source', { sources: datasetsShown.map(({ attribution }) => attribution).join('; ') });
  const version = t('report.picture.version', {
    version: format.number.count(datasetVersion),
    day: format.date.day(today()),
  });
  const ofNames = hasKosovo(data)
    ? kosovoNote(
        datasetsShown.flatMap(({ countries }) => countries),
        t,
      )
    : [];
  const notes = [...ofNames, `${source} ${siteFocus().title}, ${version}.`];
  return (
    <svg width={pictureSide} height={pictureSide} viewBox={`0 0 ${pictureSide} ${pictureSide}`}>
      <rect className={inks.paper} width={pictureSide} height={pictureSide} />
      <Lines text={data.title} top={30} size={22} weight={700} most={2} className={inks.ink} />
      <text className={`${inks.strong} ${styles.number}`} data-measure={measure} x={margin} y={172}>
        {count === null ? '–' : format.number.count(count)}
      </text>
      <Lines
        text={t(briefFigureKey(measure), { count: count ?? 0 })}
        top={180}
        size={17}
        weight={500}
        most={1}
        className={inks.ink}
      />
      <Lines
        text={
          count === null
            ? t('report.figure.notReported')
            : [onYear?.verdict, onYear?.detail, ...without].filter((text) => text).join(' · ')
        }
        top={208}
        size={14}
        weight={400}
        most={2}
        className={inks.quiet}
      />
      <YearBars
        years={years.map(({ from, count: ofYear, ofOne }) => ({
          year: format.date.year(from),
          count: ofYear,
          ofOne,
          text: ofYear === null ? '–' : format.number.count(ofYear),
        }))}
        tone={measure}
        label={t(briefFigureKey(measure), { count: 0 })}
        className={inks.small}
        x={margin}
        {...chart}
      />
      {synthetic === 'none' ? null : (
        <Lines
          text={t(synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}
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
function hasKosovo({ place }: BriefData): boolean {
  return place === undefined || place.startsWith('XK');
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
