import type { ReactNode } from 'react';

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
