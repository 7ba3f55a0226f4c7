import { type ReactNode, type SVGProps, useId } from 'react';
import inks from '../styles/drawing.module.css';

/** Widths of pictures in a file, in pixels: of most, of those with many columns, and of a long series. */
export const paperWidths = { usual: 520, wide: 640, long: 1000 } as const;

interface PictureFrameProps {
  readonly layout: { readonly width: number; readonly height: number };
  /** Size of its letters, in pixels. */
  readonly font: number;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A picture of the size of its layout, on the screen and in a file. A screen reader is given its table instead. */
export function PictureFrame({ layout: { width, height }, font, className, children }: PictureFrameProps) {
  return (
    <svg className={className} width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={font} aria-hidden="true">
      {children}
    </svg>
  );
}

/** The hatch of what is not reported, or not complete: fill a shape with `url(#id)`. */
export function Hatch({ id, children }: { readonly id: string; readonly children?: ReactNode }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      {children}
      <path className={inks.hatch} d="M0 0v6" />
    </pattern>
  );
}

/** A hatched rectangle, which hides the lines behind it. */
export function HatchedRect(place: SVGProps<SVGRectElement>) {
  const id = useId();
  return (
    <>
      <Hatch id={id}>
        <rect className={inks.sheet} width="6" height="6" />
      </Hatch>
      <rect {...place} fill={`url(#${id})`} />
    </>
  );
}
