import type { TFunction } from 'i18next';
import { type Format, useFormat } from '../format/use-format.ts';
import { type Terms, useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { CellFigure, Figure } from './figure.ts';

/** What can be said of a figure only where the measure and the settlements are known. */
export interface FigureFacts {
  /** What the chosen measure counts of a figure, in words; undefined if that is the incidents. */
  readonly amountOf: (figure: Figure) => string | undefined;
  /** Where a circle of a location lies: around a settlement, or in part of the location where it gathers from afar. */
  readonly placeOf: (cell: Pick<CellFigure, 'country' | 'lon' | 'lat' | 'bounds'>) => string;
  /** Where a point lies whose location is not known: near a settlement, or in degrees. @param of what it is: a point, or the middle of an area */
  readonly pointOf: (point: Pick<Figure, 'lon' | 'lat'>, of: 'point' | 'middle') => string;
}

/** What figures of the map are put into words with. */
export interface FigureWording {
  readonly t: TFunction<'map'>;
  readonly common: TFunction;
  readonly format: Format;
  readonly terms: Terms;
  readonly actions: FigureFacts;
}

/** Which of a list a figure is, from 1. */
export interface Nth {
  readonly nth: number;
  readonly all: number;
}

export function useFigureWording(actions: FigureWording['actions']): FigureWording {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  return { t, common, format: useFormat(), terms: useTerms(), actions };
}

/** What the chosen measure counts of a figure, or else its incidents. */
export function amountWords(figure: Figure, { t, format, actions }: FigureWording): string {
  return actions.amountOf(figure) ?? t('cell.incidents', { count: figure.count, formatted: format.number.count(figure.count) });
}

/** Facts in one line. */
export function factsLine(facts: readonly (string | undefined)[]): string {
  return facts.filter(Boolean).join(', ');
}
