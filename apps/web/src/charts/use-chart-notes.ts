import { createContext, useContext } from 'react';

/** Notices and sources that every downloaded chart carries; the chart column knows them. Undefined while they are awaited. */
export const ChartNotesContext = createContext<readonly string[] | undefined>(undefined);

export function useChartNotes(): readonly string[] | undefined {
  return useContext(ChartNotesContext);
}
