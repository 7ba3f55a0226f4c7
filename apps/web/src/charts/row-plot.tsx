import { Link } from '@tanstack/react-router';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { FitWidth } from './fit-width.tsx';
import { type RowPlotShape, rowPlotLayout } from './row-plot-layout.ts';
import { RowPlotPicture } from './row-plot-picture.tsx';
import styles from './row-plot.module.css';

/** Least height of a row that is pressed with a finger, and of one for a pointer; in pixels. */
const fingerRow = 36;
const pointerRow = 24;

/** Where a row leads. */
export interface RowLink {
  readonly to: '/explore' | '/places/$place';
  readonly place?: string | undefined;
  readonly query: string;
}

/** The picture of the rows, and over each row that leads somewhere a link that reads it out. */
export function RowPlot({ shape, linkOf }: { shape: RowPlotShape; linkOf: (key: string) => RowLink | undefined }) {
  const coarse = useMediaQuery('(pointer: coarse)') ?? false;
  const textOf = ({ label, cells, without }: RowPlotShape['rows'][number]) => {
    const numbers = cells.flatMap((cell, index) => (cell === '' ? [] : `${cell} ${shape.columns[index]?.head ?? ''}`.trim()));
    return [label, ...numbers, ...(without === undefined ? [] : [without])].join(', ');
  };
  return (
    <FitWidth>
      {(width) => {
        const layout = rowPlotLayout(shape, width, coarse ? fingerRow : pointerRow);
        return (
          <>
            <RowPlotPicture shape={shape} layout={layout} />
            <ul>
              {shape.rows.map((row, index) => {
                const link = linkOf(row.key);
                const { top = 0, height = 0 } = layout.rows[index] ?? {};
                return (
                  <li key={row.key}>
                    {link === undefined ? (
                      <span className="visually-hidden">{textOf(row)}</span>
                    ) : (
                      <Link
                        className={styles.link}
                        style={{ insetBlockStart: top, blockSize: height }}
                        to={link.to}
                        {...(link.place !== undefined && { params: { place: link.place } })}
                        search={{ query: link.query }}
                        aria-label={textOf(row)}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          </>
        );
      }}
    </FitWidth>
  );
}
