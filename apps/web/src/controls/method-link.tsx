import { Link } from '@tanstack/react-router';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from './button.module.css';

/** Paragraphs of docs/methods.md, by their first words. */
export type Method = (typeof methods)[number];
export const methods = [
  'interval-of-a-count-and-of-a-rate',
  'ratio-of-two-rates',
  'places-and-the-average',
  'families-of-comparisons',
  'level-changes',
  'range-of-earlier-years',
  'signals',
  'how-signals-are-found',
  'hot-spots',
  'near-repeats',
  'concentration',
  'hours-of-the-week',
  'funnel-plot',
] as const;

/** Leads to how a figure is calculated. */
export function MethodLink({ to }: { to: Method }) {
  const { t } = useTranslation();
  return (
    <Link to="/methods" search={{ query: '' }} hash={to} className={buttons.link}>
      {t('about.method')}
    </Link>
  );
}
