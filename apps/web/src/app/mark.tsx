/** The mark of the product: three bars and a dot. Drawn beside the name, so it is silent to screen readers. */
export function Mark({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
      <g fill="currentColor">
        <rect x="1" y="11" width="4.4" height="9" rx="1" />
        <rect x="7.6" y="6.5" width="4.4" height="13.5" rx="1" />
        <rect x="14.2" y="9" width="4.4" height="11" rx="1" />
      </g>
      <circle cx="18.4" cy="3.6" r="3" fill="var(--red)" />
    </svg>
  );
}
