import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { IncidentsLink } from '../filter/incidents-link.tsx';
import styles from './steps-link.module.css';

/** What a step leads to, its incidents or a place on the page, and how it is called. */
export type StepMark = { readonly name: string } & (
  | { readonly query: string }
  | { readonly href: string; readonly onClick: () => void }
);

interface StepsLinkProps {
  readonly steps: number;
  /** Undefined of a step that nothing is known of, and where incidents cannot be listed. */
  readonly markOf: (at: number) => StepMark | undefined;
  /** Whether steps are points of a line, of which the first and the last are at its ends, and no columns. */
  readonly arePoints?: boolean;
  /** First a rectangle over all steps, which is what is pressed, and then what marks one of them. */
  readonly children: (at: number) => ReactNode;
}

/**
 * One link over steps that lie side by side in a picture: to what belongs to the step that is pointed at, or that the arrow keys have gone
 * to. A link for each would be too many for the Tab key, and too narrow for a finger.
 */
export function StepsLink({ steps, markOf, arePoints = false, children }: StepsLinkProps) {
  const known = Array.from({ length: steps }, (_, at) => at).filter((at) => markOf(at) !== undefined);
  const [chosen, choose] = useState<number>();
  const at = chosen !== undefined && known.includes(chosen) ? chosen : known.at(-1);
  const mark = at === undefined ? undefined : markOf(at);
  if (at === undefined || mark === undefined) return null;
  const point = ({ clientX, currentTarget }: { clientX: number; currentTarget: Element }) => {
    const { left, width } = (currentTarget.firstElementChild ?? currentTarget).getBoundingClientRect();
    const across = (clientX - left) / width;
    const wanted = arePoints ? Math.round(across * (steps - 1)) : Math.floor(across * steps);
    choose(known.reduce((nearest, one) => (Math.abs(one - wanted) < Math.abs(nearest - wanted) ? one : nearest), at));
  };
  const link = {
    className: styles.link,
    'aria-label': mark.name,
    title: mark.name,
    onPointerDown: point,
    onPointerMove: point,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      event.preventDefault();
      choose(known[Math.min(known.length - 1, Math.max(0, known.indexOf(at) + (event.key === 'ArrowRight' ? 1 : -1)))]);
    },
  };
  return 'href' in mark ? (
    <a {...link} href={mark.href} onClick={mark.onClick}>
      {children(at)}
    </a>
  ) : (
    <IncidentsLink {...link} query={mark.query}>
      {children(at)}
    </IncidentsLink>
  );
}

/** The same over columns of the same width. @param left and @param wide in % or in pixels, as in `unit` */
export function ColumnsLink({
  left,
  wide,
  unit,
  top,
  height,
  ...link
}: Omit<StepsLinkProps, 'children' | 'arePoints'> & {
  left: number;
  wide: number;
  unit: '%' | '';
  top: number;
  height: number;
}) {
  const each = wide / link.steps;
  return (
    <StepsLink {...link}>
      {(at) => (
        <>
          <rect className={styles.all} x={`${left}${unit}`} y={top} width={`${wide}${unit}`} height={height} />
          <rect className={styles.one} x={`${left + at * each}${unit}`} y={top} width={`${each}${unit}`} height={height} />
        </>
      )}
    </StepsLink>
  );
}
