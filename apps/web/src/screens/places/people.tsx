import type { PlaceDetails } from '@monitor/contract';
import { ChartCard } from '../../charts/chart-card.tsx';
import { paperWidth } from '../../charts/paper-width.ts';
import { FitWidth } from '../../charts/fit-width.tsx';
import { peopleLayout } from '../../charts/people-layout.ts';
import { PeoplePicture } from '../../charts/people-picture.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';

interface PeopleProps {
  /** Of the place. */
  readonly address: string;
  /** Undefined while they are awaited. */
  readonly people: PlaceDetails['people'] | undefined;
}

/** Who was killed or injured: a square a person, by sex and age. */
export function People({ address, people }: PeopleProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const title = t('places.people.title');
  if (people === undefined) {
    return (
      <ChartCard form="part" title={title} reading={undefined} table={undefined} onPaper={undefined} outdated={false}>
        {null}
      </ChartCard>
    );
  }
  const { reading, legend, notes, cells } = people;
  const described = cells.filter(({ killed, injured }) => killed + injured > 0);
  const isEmpty = described.length === 0;
  return (
    <ChartCard
      form="part"
      title={title}
      reading={reading}
      outdated={false}
      legend={legend}
      notes={notes}
      onPaper={isEmpty ? undefined : <PeoplePicture layout={peopleLayout(cells, paperWidth)} />}
      table={{
        name: `people-${address}`,
        columns: [
          { label: t('places.people.sexAndAge'), number: false },
          { label: t('measure.killed.name'), number: true },
          { label: t('measure.injured.name'), number: true },
        ],
        rows: described.map(({ sex, age, killed, injured }) => {
          const label = t('places.people.cell', { sex: t(`places.people.sex.${sex}`), age: terms.label('age_band', age) });
          return [
            { text: label, value: label },
            { text: number.count(killed), value: killed },
            { text: number.count(injured), value: injured },
          ];
        }),
      }}
    >
      {isEmpty ? null : (
        <>
          <FitWidth>{(width) => <PeoplePicture layout={peopleLayout(cells, width)} />}</FitWidth>
          <p className={`${kit.hint} ${kit.top1}`}>{legend}</p>
        </>
      )}
    </ChartCard>
  );
}
