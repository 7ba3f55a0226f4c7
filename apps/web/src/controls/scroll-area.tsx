import type { ReactNode } from 'react';

/** An area that scrolls and may contain nothing to focus: the keyboard can reach and scroll it. */
export function ScrollArea({ label, className, children }: { label: string; className: string | undefined; children: ReactNode }) {
  return (
    // Without a tab stop, only a pointer could scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
