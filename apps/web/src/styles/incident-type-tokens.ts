import { type IncidentType, incidentTypes } from '@monitor/domain';

/** The custom property in tokens.css that holds the colour of each incident type, on map, bars, filter and table alike. */
export const incidentTypeTokens: Readonly<Record<IncidentType, `--c-${string}`>> = {
  weapon_seizure: '--c-seizure',
  criminal_context: '--c-criminal',
  public_dispute: '--c-dispute',
  domestic_violence: '--c-domestic',
  undetermined_shooting: '--c-undetermined',
  undetermined_explosion: '--c-explosion',
  celebratory_shooting: '--c-celebratory',
  accidental_shooting: '--c-accidental',
  suicide: '--c-suicide',
  police_encounter: '--c-police',
  shooting_at_animals: '--c-animals',
  weapon_theft: '--c-theft',
  political_or_extremist: '--c-political',
  armed_conflict: '--c-conflict',
  other: '--c-other',
};

/** The type of a code as it is drawn: a code that this page does not know yet as `other`. */
export function incidentTypeOf(code: string): IncidentType {
  return incidentTypes.has(code) ? code : 'other';
}
