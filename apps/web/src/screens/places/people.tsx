import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { FitWidth } from '../../charts/fit-width.tsx';
import { type PeopleCell, peopleLayout } from '../../charts/people-layout.ts';
import { PeoplePicture } from '../../charts/people-picture.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import type { PlaceAnswers } from './use-place-answers.ts';
import { usePeople } from './use-people.ts';

/** Fewer people than this make no share. */
const leastPeople = 10;

/** Who was killed or injured: a square a person, by sex and age. */
export function People({ answers }: { answers: PlaceAnswers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { place, main } = answers;
  const cells = usePeople(main.answer === undefined ? undefined : main.filter);
  const title = t('places.people.title');
  if (cells === undefined || main.answer === undefined) {
    return (
      <ChartCard form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} outdated={false}>
        {null}
      </ChartCard>
    );
  }
  const { totals } = main.answer;
  const sum = (of: (cell: PeopleCell) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const both = ({ killed, injured }: PeopleCell) => killed + injured;
  const all = sum(both);
  const shareOfWomen = (of: (cell: PeopleCell) => number) => {
    const known = sum((cell) => (cell.sex === 'not_reported' ? 0 : of(cell)));
    return known === 0 ? 0 : sum((cell) => (cell.sex === 'woman' ? of(cell) : 0)) / known;
  };
  const unit = peopleLayout(cells, paperWidth).unit;
  const reading =
    all === 0
      ? t('places.people.none')
      : all < leastPeople
        ? t('places.people.readingFew')
        : t(unit === 1 ? 'places.people.reading' : 'places.people.readingOfTen', {
            harmed: number.share(shareOfWomen(both)),
            killed: number.share(shareOfWomen(({ killed }) => killed)),
          });
  const missing = totals.killed + totals.injured - all;
  const legend = t('places.people.legend', {
    sex: number.count(sum((cell) => (cell.sex === 'not_reported' ? both(cell) : 0))),
    age: number.count(sum((cell) => (cell.age === 'not_reported' ? both(cell) : 0))),
    all: number.count(all),
  });
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={false}
      legend={legend}
      notes={missing > 0 ? [t('places.people.notDescribed', { count: missing, number: number.count(missing) })] : []}
      onPaper={all === 0 ? undefined : <PeoplePicture layout={peopleLayout(cells, paperWidth)} />}
      table={{
        name: `people-${place.address}`,
        columns: [
          { label: t('places.people.sexAndAge'), number: false },
          { label: t('measure.killed.name'), number: true },
          { label: t('measure.injured.name'), number: true },
        ],
        rows: cells
          .filter((cell) => both(cell) > 0)
          .map(({ sex, age, killed, injured }) => {
            const label = t('places.people.cell', { sex: t(`places.people.sex.${sex}`), age: terms.label('age_band', age) });
            return [
              { text: label, value: label },
              { text: number.count(killed), value: killed },
              { text: number.count(injured), value: injured },
            ];
          }),
      }}
    >
      {all === 0 ? null : (
        <>
          <FitWidth>{(width) => <PeoplePicture layout={peopleLayout(cells, width)} />}</FitWidth>
          <p className={`${kit.hint} ${kit.top1}`}>{legend}</p>
        </>
      )}
    </ChartCard>
  );
}
