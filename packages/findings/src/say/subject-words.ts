import { type CountedSubject, dimensionsOfField, type DimensionName, type Filter, type FilterName } from '@monitor/domain';
import type { SaidTexts, Voice } from './voice.ts';

/** One constraint of a filter in words. */
export interface ConstraintWords {
  /** The keys of the filter that it shows; removing them removes it. */
  readonly names: readonly FilterName[];
  /** What is constrained: `Location`. */
  readonly label: string;
  /** To what: `Serbia, Kosovo*`. */
  readonly text: string;
}

/** The lists that describe one and the same subject. */
export function listsOfSubject(subject: CountedSubject): readonly DimensionName[] {
  return dimensionsOfField.get(`${subject}_traits`) ?? [];
}

/**
 * What one and the same victim, perpetrator or weapon must be: `a woman killed by a partner`. Undefined if the filter says nothing of
 * it.
 */
export function subjectText(subject: CountedSubject, filter: Filter, voice: Voice): string | undefined {
  const constrained = listsOfSubject(subject).filter((name) => filter[name] !== undefined);
  if (constrained.length === 0) return undefined;
  return subject === 'weapon' ? weaponText(constrained, filter, voice) : personText(subject, filter, voice);
}

/** Several constraints of one subject as one, since they are about the same one. */
export function subjectWords(subject: CountedSubject, filter: Filter, voice: Voice): ConstraintWords | undefined {
  const names = listsOfSubject(subject).filter((name) => filter[name] !== undefined);
  const text = subjectText(subject, filter, voice);
  return text === undefined ? undefined : { names, label: voice.t(`filter.same.label.${subject}`), text };
}

function weaponText(constrained: readonly DimensionName[], filter: Filter, { t, value: nameOf }: Voice): string {
  return constrained
    .map((name) => {
      const values = (filter[name] ?? []).map((value) => nameOf(name, value));
      return name === 'traced' ? `${t('filter.dimension.traced')}: ${orList(values, t)}` : orList(values, t);
    })
    .join(', ');
}

/** Outcomes after which it can be said by whom. */
const doneBySomeone: readonly string[] = ['killed', 'injured', 'threatened'];

type Parts = SaidTexts['filter']['same'];

function personText(subject: 'victim' | 'perpetrator', filter: Filter, { t }: Voice): string {
  const isVictim = subject === 'victim';
  const [sexes, ages] = isVictim ? [filter.victim_sex, filter.victim_age] : [filter.perpetrator_sex, filter.perpetrator_age];
  const outcomes = isVictim ? filter.victim_outcome : undefined;
  const ties = isVictim ? filter.relationship : undefined;
  const part = <Name extends 'who' | 'age' | 'outcome' | 'by' | 'tie'>(name: Name, codes: readonly (keyof Parts[Name])[]) =>
    orList(
      codes.map((code) => (t as (key: string) => string)(`filter.same.${name}.${String(code)}`)),
      t,
    );
  const saysBy = outcomes === undefined || outcomes.every((one) => doneBySomeone.includes(one));
  const words = [
    sexes === undefined ? t(`filter.same.any.${subject}`) : part('who', sexes),
    ages === undefined ? undefined : part('age', ages),
    outcomes === undefined ? (ties === undefined ? undefined : t('filter.same.harmed')) : part('outcome', outcomes),
    ties === undefined ? undefined : part(saysBy ? 'by' : 'tie', ties),
  ];
  return words.filter((word) => word !== undefined).join(' ');
}

function orList(values: readonly string[], t: Voice['t']): string {
  return t('filter.same.or', { values: [...values] });
}
