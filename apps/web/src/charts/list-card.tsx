import { type BarList, countedKey } from '@monitor/findings';
import type { Answers } from '../filter/use-answers.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetBars } from './bar-card.tsx';
import { SettlementCard } from './settlement-card.tsx';
import { ShownAsMenu } from './shown-as-menu.tsx';
import { useSidesNotes } from './use-sides-notes.ts';

/** The part of the view that says what the bars of places show, and how many there are at first. */
const ofPlaces = {
  country: { choice: 'locations', length: 12 },
  region: { choice: 'regions', length: 10 },
} as const;

/** The values of a list in the measure chosen for all charts; of places also per 100,000 people, and settlements. */
export default function ListCard({ list, title, answers }: { list: BarList; title: string; answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { view } = useExplore();
  const sidesNotes = useSidesNotes(answers);
  const { page, measure, kind, summary, against } = answers;
  const { choice, length } = list === 'country' || list === 'region' ? ofPlaces[list] : { choice: undefined, length: 10 };
  const shown = choice === undefined ? 'count' : view[choice];
  if (shown === 'settlements') return <SettlementCard answers={answers} />;
  const { counts, rates } = page?.charts[list] ?? {};
  const bars = shown === 'rate' ? rates : counts;
  const measured = t(countedKey(list === 'type' ? 'chosen' : kind, measure, 'name'));
  return (
    <FacetBars
      dimension={list}
      title={title}
      reading={bars?.reading}
      said={bars?.bars}
      length={length}
      without={bars?.without ?? []}
      notes={bars?.notes ?? []}
      fileNotes={against === undefined ? [] : sidesNotes}
      amountText={shown === 'rate' ? number.rate : number.count}
      amountLabel={shown === 'rate' ? t('chart.by.rateColumn', { measure: measured }) : measured}
      outdated={summary.outdated}
      controls={choice === undefined ? undefined : <ShownAsMenu choice={choice} />}
    />
  );
}
