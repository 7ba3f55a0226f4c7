import { createContext, useContext } from 'react';

/** Notices and sources that every downloaded chart carries; the chart column knows them. */
export const ChartNotesContext = createContext<readonly string[]>([]);

export function useChartNotes(): readonly string[] {
  return useContext(ChartNotesContext);
}
