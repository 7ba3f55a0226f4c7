import type { Measure } from '@monitor/domain';

/* Names that answers and what is made of them share, for threads that do without TypeBox too: see without-schemas.ts. */

/** Violence and the work of the police, which are never added up in one figure. */
export const homeGroups = ['violence', 'weapon_seizure'] as const;
export type HomeGroup = (typeof homeGroups)[number];

/** The four figures of a brief. */
export const briefFigures = ['incidents', 'killed', 'injured', 'weapons'] as const satisfies readonly Measure[];
export type BriefFigure = (typeof briefFigures)[number];

/** The columns of the table of people. */
export const sexColumns = ['women', 'men', 'unknownSex'] as const;
export type SexColumn = (typeof sexColumns)[number];

export const sourceParts = ['media', 'both', 'official', 'other'] as const;
export type SourcePart = (typeof sourceParts)[number];

export const reportedFields = ['day', 'weapon', 'age', 'relationship', 'time', 'legal', 'traced'] as const;
export type ReportedField = (typeof reportedFields)[number];

/** The marks of a series that a legend explains, in its order. */
export const trendMarks = ['period', 'all', 'before', 'average', 'range', 'partial', 'change'] as const;

/** How seldom chance gives a signal like this in any of the series. */
export const signalLevels = ['possible', 'rare', 'very_rare'] as const;
export type SignalLevel = (typeof signalLevels)[number];
