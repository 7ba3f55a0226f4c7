import { useId } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type PeopleLayout, peopleSizes } from './people-layout.ts';
import styles from './people-picture.module.css';
import inks from '../styles/drawing.module.css';
import { PictureFrame } from './picture-frame.tsx';

const { font, headFont, square, head, padding } = peopleSizes;

/** A square for each person: sex across, age down, on the screen and in a file. */
export function PeoplePicture({ layout }: { layout: PeopleLayout }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const hatch = useId();
  const { width, height, columns, rows, squares } = layout;
  return (
    <PictureFrame layout={layout} font={font}>
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className={styles.hatchLine} d="M0 0v6" />
        </pattern>
      </defs>
      {columns.map(({ sex, left, people }) => (
        <g key={sex}>
          <text className={inks.strong} x={left} y={11}>
            {t(`places.people.sex.${sex}`)}
          </text>
          <text x={left} y={25} fontSize={headFont}>
            {t('places.people.count', { count: people, number: number.count(people) })}
          </text>
        </g>
      ))}
      {rows.map(({ age, top, height: own }) => (
        <g key={age}>
          {age === 'not_reported' ? <rect fill={`url(#${hatch})`} y={top} width={width} height={own} /> : null}
          <path className={inks.grid} d={`M0 ${top + 0.5}H${width}`} />
          <text y={top + padding + square}>{terms.label('age_band', age)}</text>
        </g>
      ))}
      {columns.slice(-1).map(({ sex, left }) => (
        <rect key={sex} fill={`url(#${hatch})`} x={left - padding} y={head} width={width - left + padding} height={height - head} />
      ))}
      {squares.map(({ x, y, outcome }) => (
        <rect
          key={`${x} ${y}`}
          className={outcome === 'killed' ? inks.red : styles.injured}
          x={outcome === 'killed' ? x : x + 0.65}
          y={outcome === 'killed' ? y : y + 0.65}
          width={outcome === 'killed' ? square : square - 1.3}
          height={outcome === 'killed' ? square : square - 1.3}
        />
      ))}
    </PictureFrame>
  );
}
