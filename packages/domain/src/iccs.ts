import type { incidentFields, ValuesOf } from './fields.ts';
import { isSexualViolence } from './incident.ts';
import type { IccsCode, IncidentType } from './vocabularies.ts';

/** Types whose shots were fired at people on purpose. Of the others, intent or lawfulness is not recorded. */
const intentional: ReadonlySet<IncidentType> = new Set([
  'criminal_context',
  'public_dispute',
  'domestic_violence',
  'political_or_extremist',
]);

/** How the category is derived, in words for the codebook. */
export const iccsMeaning =
  'Category of the International Classification of Crime for Statistical Purposes (ICCS), derived from what is coded, most serious first. `0101` (intentional homicide): someone was killed in a criminal context, a public dispute, domestic violence, or a political or extremist act. `0301` (sexual violence): its sub-types. `0401` (robbery): armed robbery. `02011` (assault): someone was injured in an incident of the same types. Attempted homicide (`0102`) is never given, because intent to kill is not recorded. No value where intent or lawfulness is not known, such as undetermined shootings and police encounters, and for people killed in datasets that include suicides among them.';

/**
 * The ICCS category of an incident, or null if what is coded does not decide it.
 * @param killedIncludesSuicides whether its dataset counts suicides as killed: a number killed then need not be a homicide
 */
export function iccsOf(
  { type, subtype, killed, injured }: Pick<ValuesOf<typeof incidentFields>, 'type' | 'subtype' | 'killed' | 'injured'>,
  killedIncludesSuicides: boolean,
): IccsCode | null {
  if (!intentional.has(type)) return null;
  if ((killed ?? 0) > 0) return killedIncludesSuicides ? null : '0101';
  if (isSexualViolence(subtype)) return '0301';
  if (subtype === 'criminal_context.armed_robbery') return '0401';
  return (injured ?? 0) > 0 ? '02011' : null;
}
