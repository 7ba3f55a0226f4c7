import { Link } from '@tanstack/react-router';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import { useFormat } from '../format/use-format.ts';
import { FitWidth } from '../pictures/fit-width.tsx';
import { HatchedRect, PictureFrame } from '../pictures/picture-frame.tsx';
import { baseline } from '../pictures/text-lines.ts';
import inks from '../styles/drawing.module.css';
import { Section, type SectionProps } from '../sections/section.tsx';
import {
  type PlotRow,
  type RowMark,
  type RowPlotLayout,
  rowPlotLayout,
  type RowPlotShape,
  rowPlotSizes,
} from './row-plot-layout.ts';
import styles from './row-plot.module.css';

const { font, line, headFont, swatch, bar, dot } = rowPlotSizes;
/** Least height of a row that is pressed with a finger, and of one for a pointer; in pixels. */
const fingerRow = 36;
const pointerRow = 24;

/** Rows of marks on one scale, as a part of a page. */
export function RowPlotCard({
  shape,
  ...card
}: Omit<SectionProps, 'form' | 'onPaper' | 'children'> & { readonly shape: RowPlotShape }) {
  const coarse = useMediaQuery('(pointer: coarse)') ?? false;
  const picture = (layout: RowPlotLayout) => <RowPlotPicture shape={shape} layout={layout} />;
  return (
    <Section form="part" {...card} onPaper={(width) => picture(rowPlotLayout(shape, width))}>
      <FitWidth>
        {(width) => {
          const layout = rowPlotLayout(shape, width, coarse ? fingerRow : pointerRow);
          return (
            <>
              {picture(layout)}
              <ul>
                {shape.rows.map((row, index) => (
                  <li key={row.key}>
                    <RowLink row={row} columns={shape.columns} place={layout.rows[index] ?? { top: 0, height: 0 }} />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </FitWidth>
    </Section>
  );
}

interface RowLinkProps {
  readonly row: PlotRow;
  readonly columns: RowPlotShape['columns'];
  readonly place: { readonly top: number; readonly height: number };
}

/** Over the picture of a row, what reads it out: a link where it leads somewhere. */
function RowLink({ row: { label, cells, without, link }, columns, place }: RowLinkProps) {
  const numbers = cells.flatMap((cell, index) => (cell === '' ? [] : `${cell} ${columns[index]?.head ?? ''}`.trim()));
  const text = [label, ...numbers, ...(without === undefined ? [] : [without])].join(', ');
  if (link === undefined) return <span className="visually-hidden">{text}</span>;
  const look = {
    className: inks.press,
    style: { insetBlockStart: place.top, blockSize: place.height },
    'aria-label': text,
  };
  if (link.to === '/explore') return <IncidentsLink {...look} query={link.query} />;
  return (
    <Link
      {...look}
      to={link.to}
      {...(link.place !== undefined && { params: { place: link.place } })}
      search={{ query: link.query }}
    />
  );
}

/** Labels, numbers and marks of rows, as they are seen on the screen and in a file. */
export function RowPlotPicture({ shape, layout }: { shape: RowPlotShape; layout: RowPlotLayout }) {
  const { number } = useFormat();
  const { height, top, x, ticks, columnRights, labelLeft, rows } = layout;
  return (
    <PictureFrame layout={layout} font={font}>
      {shape.columns.map(({ head }, index) => (
        <text key={head} className={inks.end} x={columnRights[index]} y={top - 7} fontSize={headFont}>
          {head}
        </text>
      ))}
      {ticks.map((value) => (
        <g key={value}>
          <path className={inks.grid} d={`M${x(value)} ${top - 3}V${height}`} />
          <text className={`${inks.faint} ${inks.middle}`} x={x(value)} y={top - 7} fontSize={headFont}>
            {typeof shape.axis === 'object' ? shape.axis.text(value) : number.count(value)}
          </text>
        </g>
      ))}
      {shape.reference === undefined ? null : (
        <path className={`${inks.rule} ${styles.reference}`} d={`M${x(shape.reference)} ${top - 3}V${height}`} />
      )}
      {shape.rows.map((row, index) => {
        const placed = rows[index];
        if (placed === undefined) return null;
        const middle = row.isHead
          ? placed.top + placed.height - (placed.lines.length * line) / 2 - 3
          : placed.top + placed.height / 2;
        const text = middle + (baseline - 0.5) * line;
        return (
          <g key={row.key} data-rest={row.isRest || undefined} data-own={row.isOwn || row.isHead || undefined}>
            {row.swatch === undefined ? null : (
              <rect fill={`var(${row.swatch})`} y={middle - swatch / 2} width={swatch} height={swatch} rx={2} />
            )}
            <text className={`${inks.ink} ${styles.label}`}>
              {placed.lines.map((words, at) => (
                <tspan key={words} x={labelLeft} y={text + (at - (placed.lines.length - 1) / 2) * line}>
                  {/* With the space that it was broken at, so that the label can be found in a file. */}
                  {at === placed.lines.length - 1 ? words : `${words} `}
                </tspan>
              ))}
            </text>
            {row.cells.map((cell, column) => {
              const { head, token } = shape.columns[column] ?? { head: '', token: undefined };
              const isNothing = cell === number.count(0) || cell === '–';
              const colour = token === undefined || isNothing ? undefined : `var(${token})`;
              return (
                <text key={head} className={inks.end} x={columnRights[column]} y={text}>
                  <tspan fill={colour}>{cell}</tspan>
                </text>
              );
            })}
            {row.mark === undefined ? null : <Mark mark={row.mark} layout={layout} middle={middle} />}
          </g>
        );
      })}
    </PictureFrame>
  );
}

interface MarkProps {
  readonly mark: RowMark;
  readonly layout: RowPlotLayout;
  readonly middle: number;
}

function Mark({ mark, layout: { x, plotLeft, greatest }, middle }: MarkProps) {
  const right = x(mark.value);
  if (mark.kind === 'interval') {
    const end = x(mark.high);
    return (
      <g data-tone={mark.tone}>
        <path className={`${inks.unfilled} ${styles.interval}`} d={`M${x(mark.low)} ${middle}H${end}`} />
        {/* An interval that reaches beyond the scale ends in an arrow. */}
        {mark.high > greatest ? (
          <path className={`${inks.unfilled} ${styles.interval}`} d={`M${end - 4} ${middle - 3}l4 3l-4 3`} />
        ) : null}
        <circle className={mark.few ? inks.hollow : inks.toned} cx={right} cy={middle} r={dot} />
      </g>
    );
  }
  const box = { x: plotLeft, y: middle - bar / 2, width: Math.max(mark.value > 0 ? 1.5 : 0, right - plotLeft), height: bar };
  if (mark.kind === 'hatched') return <HatchedRect {...box} className={inks.base} />;
  return (
    <>
      <rect {...box} fill={`var(${mark.token})`} />
      {mark.tick === undefined ? null : <path className={inks.dark} d={`M${x(mark.tick)} ${middle - bar + 1}v${2 * bar - 2}`} />}
    </>
  );
}
