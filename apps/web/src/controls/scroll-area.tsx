import type { ReactNode, Ref } from 'react';

interface ScrollAreaProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly ref?: Ref<HTMLElement>;
  readonly children: ReactNode;
}

/** An area that scrolls and may contain nothing to focus: the keyboard can reach and scroll it. */
export function ScrollArea({ label, className, ref, children }: ScrollAreaProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a tab stop, only a pointer could scroll it
    <section ref={ref} className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
