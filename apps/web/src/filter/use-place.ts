import { type Filter, filterOfPlace, wholeOf } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../api/queries.ts';
import { useTerms } from '../i18n/terms.ts';
import { type PlaceAddress, readPlaceAddress, settlementOfAddress } from './place-address.ts';

/** A location, a region or a settlement with a page. */
export interface Place {
  readonly kind: PlaceAddress['kind'];
  readonly address: string;
  readonly name: string;
  /** Code of the location, or of the region that it is or lies in. */
  readonly code: string;
  /** Code of its location. */
  readonly country: string;
  /** Selects its incidents: of a settlement, those with a point in its area. */
  readonly filter: Filter;
}

/** The place that an address names: `none` if it does not exist, undefined until we know. */
export function usePlace(address: string | undefined): Place | 'none' | undefined {
  const terms = useTerms();
  const read = useMemo(() => (address === undefined ? undefined : readPlaceAddress(address)), [address]);
  const wanted = read?.kind === 'settlement' ? read : undefined;
  const { data, isError } = useQuery({
    ...queries.places(wanted?.name.split('-').slice(0, mostWords).join(' ') ?? '', mostSettlements),
    enabled: wanted !== undefined,
  });
  const found = wanted === undefined || data === undefined ? undefined : settlementOfAddress(wanted, data.places);
  return useMemo((): Place | 'none' | undefined => {
    if (address === undefined || read === undefined) return 'none';
    const code = read.kind === 'settlement' ? read.within : read.code;
    const { kind } = read;
    const country = wholeOf('region', code);
    if (kind !== 'settlement') return { kind, address, code, country, name: terms.place(code), filter: filterOfPlace(code) };
    if (found === undefined) return data === undefined && !isError ? undefined : 'none';
    return { kind, address, code, country, name: found.name, filter: filterOfPlace(code, found.bbox) };
  }, [address, read, found, data, isError, terms]);
}

/** As many as the API takes of a search, and gives. */
const mostWords = 5;
const mostSettlements = 50;
