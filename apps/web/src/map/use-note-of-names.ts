import { siteFocus } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { queries } from '../api/queries.ts';
import { kosovoNote } from '../i18n/notices.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { unrolled } from './around-the-earth.ts';
import { useBounds } from './figures-in-view.ts';

/** The footnote of a name that the map shows; before there is a map, of what it will show first. */
export function useNoteOfNames(map: MapLibreMap | null): readonly string[] {
  const { t } = useTranslation();
  const { data } = useQuery(queries.datasets());
  const [[west, south], [east, north]] = useBounds(map)?.toArray() ?? boundsOfFocus();
  const codes = data?.datasets.flatMap(({ countries }) => countries) ?? [];
  return kosovoNote(codes, t, [west, south, east, north]);
}

function boundsOfFocus() {
  const [west, south, east, north] = unrolled(siteFocus().view);
  return [
    [west, south],
    [east, north],
  ] as const;
}
