import type { PageSources } from '@monitor/engine';
import { inHeldState, rankSettlements } from '@monitor/store';
import { indicatorsOf } from '../indicators/answer-indicators.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import { datasetsOf } from '../of-state.ts';
import { searchPlaces } from '../search-places.ts';
import type { Services } from '../services.ts';

/** What pages are made of: numbers from the engine of this server, and records from the database. */
export function pageSources(services: Services): PageSources {
  const { analytics, database, settings } = services;
  return {
    analytics,
    publisher: settings.publisher,
    licence: settings.licence,
    datasets: (state, signal) => datasetsOf(database, state, signal),
    places: (state, { text, limit }, signal) =>
      inHeldState(state.held, (snapshot) => searchPlaces(database, text, limit, { signal, snapshot })),
    async settlements(state, { filter, ...ranked }, signal) {
      const { memory } = await state.snapshot(filter);
      const findInRing = findInKnown(await knownRings([filter.within], memory));
      return inHeldState(state.held, (snapshot) => rankSettlements(database, filter, ranked, { signal, snapshot, findInRing }));
    },
    indicators: (state, { filter, each }, signal) =>
      indicatorsOf(services, state, { filter, each, fromYear: undefined, toYear: undefined, isPage: true }, signal),
  };
}
