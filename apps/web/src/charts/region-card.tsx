import type { Answers } from '../answers/use-answers.ts';
import { useExplore } from '../filter/use-explore.ts';
import LocationCard from './location-card.tsx';
import { SettlementCard } from './settlement-card.tsx';

/** By region, or by the settlements of the regions. */
export default function RegionCard({ title, answers }: { title: string; answers: Answers }) {
  const { view } = useExplore();
  if (view.regions === 'settlements') return <SettlementCard answers={answers} />;
  return <LocationCard dimension="region" title={title} answers={answers} />;
}
