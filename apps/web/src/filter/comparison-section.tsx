import { comparisonPeriod, type Filter, type Period, precedingPeriod } from '@monitor/domain';
import { ArrowLeftRight, ChevronDown } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { MenuOpener } from '../controls/opener.tsx';
import kit from '../styles/kit.module.css';
import { SideBadge, type SideName } from '../controls/side-badge.tsx';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { compareAgainst, stopComparing, swapSides } from './comparison-actions.ts';
import styles from './comparison-section.module.css';
import { useExplore, useSides } from './use-explore.ts';
import { useSideWords } from './use-filter-names.ts';
import { lastTwelveMonths } from '@monitor/findings';
import type { Against } from '@monitor/contract';

/** Begins and ends a comparison, and chooses which side the rest of the panel changes. */
export function ComparisonSection({
  coverage,
  side,
  onSide,
}: {
  coverage: Period | undefined;
  side: SideName;
  onSide: (side: SideName) => void;
}) {
  const { t } = useTranslation();
  const { a, b } = useSides();
  const wordsOf = useSideWords();
  return (
    <section className={kit.item} aria-label={b && t('compare.section')}>
      {b && (
        <fieldset className={`${kit.stack} ${styles.sides}`} aria-label={t('compare.sides')}>
          {(
            [
              ['a', a],
              ['b', b],
            ] as const
          ).map(([name, { filter }]) => (
            <button
              key={name}
              type="button"
              className={`${kit.row} ${kit.box} ${kit.start} ${styles.side}`}
              data-side={name}
              aria-pressed={side === name}
              onClick={() => onSide(name)}
            >
              <SideBadge side={name} /> <span className={`${kit.anywhere} ${kit.least} ${styles.words}`}>{wordsOf(filter)}</span>
            </button>
          ))}
        </fieldset>
      )}
      <div className={`${kit.wrapRow} ${kit.small} ${styles.actions}`}>
        {b && (
          <button type="button" className={`${buttons.link} ${styles.swap}`} onClick={() => a.act(swapSides)}>
            <ArrowLeftRight size={13} aria-hidden="true" /> {t('compare.swap')}
          </button>
        )}
        {/* The same button before and after, so that its menu gives the focus back to it. */}
        <OfferMenu
          label={t(b ? 'compare.change' : 'compare.with')}
          coverage={coverage}
          onChoose={({ choice, against }) => {
            if (against === undefined) return;
            a.act(compareAgainst(against));
            onSide(choice === 'period' || choice === 'selection' ? 'b' : 'a');
          }}
        />
        {b && (
          <button
            type="button"
            className={buttons.link}
            onClick={() => {
              a.act(stopComparing);
              onSide('a');
            }}
          >
            {t('compare.stop')}
          </button>
        )}
      </div>
      {b && <p className={`${kit.note} ${kit.top2}`}>{t(`compare.hint.${side}`)}</p>}
    </section>
  );
}

/** The ways to choose B, each with the period that it would be. */
function OfferMenu({
  label,
  coverage,
  onChoose,
}: {
  label: string;
  coverage: Period | undefined;
  onChoose: (offer: Offer) => void;
}) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { a } = useSides();
  const offers = offersOf(a.filter, coverage);
  const noteOf = ({ choice, period }: Offer) => {
    if (choice === 'period') return t('compare.choice.byHand');
    if (choice === 'selection') return t('compare.choice.byFilters');
    return period === undefined ? t('compare.choice.needsPeriod') : date.period(period.from, period.to);
  };
  return (
    <MenuOpener
      label={label}
      className={`${buttons.choice} ${kit.small}`}
      words={
        <>
          {label} <ChevronDown size={13} aria-hidden="true" />
        </>
      }
      placement="bottom start"
      groups={[
        {
          options: offers.map((offer) => {
            const { choice, years, against } = offer;
            const name = choice === 'earlier' ? (years > 1 ? 'years_earlier' : 'year_earlier') : choice;
            return {
              value: choice,
              label: t(`compare.choice.${name}`),
              note: noteOf(offer),
              isDisabled: against === undefined,
            };
          }),
          onChoose: (value) => {
            const offer = offers.find(({ choice }) => choice === value);
            if (offer !== undefined) onChoose(offer);
          },
        },
      ]}
    />
  );
}

/** The side that a panel changes, as its parts see it. */
export function useSide(side: SideName) {
  const explore = useExplore();
  const { a, b } = useSides();
  return b === undefined ? explore : side === 'b' ? b : a;
}

/** What B can be. `period` and `selection` are made further below in the panel. */
type Choice = 'preceding' | 'earlier' | 'period' | 'selection';

interface Offer {
  readonly choice: Choice;
  /** Undefined if it cannot be chosen. */
  readonly against: Against | undefined;
  readonly period: Period | undefined;
  readonly years: number;
}

/** What a filter can be compared with. @param coverage first and last day of the data */
export function offersOf(filter: Filter, coverage: Period | undefined): readonly Offer[] {
  const { from, to = coverage?.to } = filter;
  const period = from === undefined || to === undefined || from > to ? undefined : { from, to };
  const preceding = period && precedingPeriod(period);
  const earlier = period && comparisonPeriod(period);
  const start = earlier ?? (coverage && lastTwelveMonths(coverage));
  // The days just before twelve whole months are those of the year before, and offered once.
  const isSame = preceding !== undefined && preceding.from === earlier?.from && preceding.to === earlier.to;
  const ofPeriod = (one: Period | undefined) => one && { from: one.from, to: one.to };
  return [
    { choice: 'earlier', against: ofPeriod(earlier), period: earlier, years: earlier?.rule === 'years_earlier' ? 2 : 1 },
    ...(isSame ? [] : [{ choice: 'preceding' as const, against: ofPeriod(preceding), period: preceding, years: 0 }]),
    { choice: 'period', against: ofPeriod(start), period: undefined, years: 0 },
    {
      choice: 'selection',
      against: { country: filter.country ?? null, region: filter.region ?? null },
      period: undefined,
      years: 0,
    },
  ];
}
