import { byName, type CodeOf, vocabulary } from './vocabulary.ts';

const types = [
  ['weapon_seizure', 'Weapon seizure', 'Firearms, ammunition or explosives seized, found or surrendered.'],
  ['criminal_context', 'Criminal context', 'Use of a weapon in the course of another crime, such as organised crime or robbery.'],
  ['public_dispute', 'Public dispute', 'Use of a weapon in a quarrel outside the family, in public or semi-public places.'],
  ['domestic_violence', 'Domestic violence', 'Use of a weapon between partners, former partners or family members.'],
  ['undetermined_shooting', 'Undetermined shooting', 'A shooting whose circumstances are not known or not reported.'],
  ['undetermined_explosion', 'Undetermined explosion', 'An explosion whose circumstances are not known or not reported.'],
  ['celebratory_shooting', 'Celebratory shooting', 'Shots fired in celebration, at weddings, holidays or other gatherings.'],
  [
    'accidental_shooting',
    'Accidental shooting',
    'An unintended discharge or activation of a firearm, ammunition or explosive device that injures, kills or damages property.',
  ],
  ['suicide', 'Suicide', 'A person ends or tries to end their own life with a weapon.'],
  ['police_encounter', 'Police encounter', 'Use of a weapon by or against police in the course of duty.'],
  ['shooting_at_animals', 'Shooting at animals', 'Animals shot at outside lawful hunting.'],
  ['weapon_theft', 'Weapon theft', 'Weapons, ammunition or explosives stolen.'],
  ['political_or_extremist', 'Political or extremist', 'Use of a weapon with a political, extremist or terrorist motive.'],
  ['armed_conflict', 'Armed conflict', 'An event of organised armed conflict, as recorded by conflict datasets.'],
  ['other', 'Other', 'An incident that does not fit any other type.'],
] as const;

/** What happened, as coded by the monitoring team. The terms are those SEESAC publishes, with `armed_conflict` for conflict datasets. */
export const incidentTypes = vocabulary('type', types, [
  {
    code: 'violence',
    label: 'Violence',
    definition: 'Every type except weapon seizures and weapon thefts: incidents in which a weapon was used or used as a threat.',
    codes: types.map(([code]) => code).filter((code) => code !== 'weapon_seizure' && code !== 'weapon_theft'),
  },
]);
export type IncidentType = CodeOf<typeof incidentTypes>;

/** Sub-types; each belongs to one incident type, named before the dot in its code. */
export const incidentSubtypes = vocabulary('subtype', [
  ['criminal_context.organized_crime', 'Organised crime', 'Part of the activity of an organised group.'],
  ['criminal_context.armed_robbery', 'Armed robbery', 'Taking property by force or threat with a weapon.'],
  ['criminal_context.sexual_violence', 'Sexual violence', 'Rape or another sexual assault under threat of a weapon.'],
  ['criminal_context.other', 'Other criminal context', 'Another crime.'],
  ['domestic_violence.intimate_partner', 'Intimate partner', 'Between partners or former partners.'],
  ['domestic_violence.family_member', 'Family member', 'Between other members of a family.'],
  ['domestic_violence.sexual_violence', 'Sexual violence in a family', 'Rape or another sexual assault by a partner or relative.'],
  ['celebratory_shooting.family_celebration', 'Family celebration', 'A wedding, birth or other family occasion.'],
  ['celebratory_shooting.public_holiday', 'Public holiday', 'New Year or another public holiday.'],
  ['celebratory_shooting.other', 'Other celebration', 'Another occasion.'],
  ['accidental_shooting.handling', 'Handling', 'While handling a weapon.'],
  ['accidental_shooting.maintenance', 'Maintenance', 'While cleaning or repairing a weapon.'],
  ['accidental_shooting.hunting', 'Hunting', 'While hunting.'],
  ['accidental_shooting.malfunction_or_ricochet', 'Malfunction or ricochet', 'A weapon malfunctioned or a bullet ricocheted.'],
  ['suicide.after_domestic_violence', 'After domestic violence', 'By the perpetrator, after domestic violence.'],
  ['suicide.other', 'Other suicide', 'Not after domestic violence.'],
]);
export type IncidentSubtype = CodeOf<typeof incidentSubtypes>;

/** Kind of weapon. Also the kind of thing seized, stolen or found. */
export const weaponClasses = vocabulary('weapon_class', [
  ['handgun', 'Handgun', 'Pistol or revolver.'],
  ['rifle_or_shotgun', 'Rifle or shotgun', 'Non-automatic long gun.'],
  ['automatic_or_military', 'Automatic or military', 'Automatic firearm or other military weapon.'],
  ['explosive', 'Explosive', 'Explosive device, including hand grenades.'],
  ['gas_pistol', 'Gas pistol', 'Gas or signal pistol, converted or not.'],
  ['air_gun', 'Air gun', 'Air rifle or air pistol.'],
  ['pyrotechnic', 'Pyrotechnic', 'Firework or other pyrotechnic device.'],
  ['ammunition', 'Ammunition', 'Ammunition without a weapon.'],
  ['bladed', 'Knife or blade', 'Knife or other bladed weapon. Not counted in numbers of weapons.'],
  ['other', 'Other', 'Another weapon.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type WeaponClass = CodeOf<typeof weaponClasses>;
/** Classes that are counted in weapons. Ammunition is counted in rounds, and this record is not about knives. */
export const classesOfWeapons = weaponClasses.codes.filter((code) => code !== 'ammunition' && code !== 'bladed');

/** Whether the weapon was possessed legally. */
export const legalStatuses = vocabulary('legal_status', [
  ['legal', 'Legal', 'Held with a licence.'],
  ['illegal', 'Illegal', 'Held without a licence.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type LegalStatus = CodeOf<typeof legalStatuses>;

/** How a weapon came into the hands of the authorities (SDG 16.4.2). */
export const seizureModes = vocabulary('seizure_mode', [
  ['seized', 'Seized', 'Taken by the authorities.'],
  ['found', 'Found', 'Found without an owner.'],
  ['surrendered', 'Surrendered', 'Handed in voluntarily.'],
]);
export type SeizureMode = CodeOf<typeof seizureModes>;

/** Whether the origin of a weapon was traced (SDG 16.4.2). */
export const tracedStatuses = vocabulary('traced', [
  ['yes', 'Yes', 'The origin was traced.'],
  ['no', 'No', 'The origin was not traced.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type TracedStatus = CodeOf<typeof tracedStatuses>;

/** What came of an incident for people. An incident has one or more of them; `none` and `not_reported` stand alone. */
export const outcomes = vocabulary('outcome', [
  ['killed', 'Killed', 'At least one person killed, not counting suicides.'],
  ['injured', 'Injured', 'At least one person injured.'],
  ['threatened', 'Threatened', 'At least one person threatened.'],
  ['suicide', 'Suicide', 'At least one person died by suicide.'],
  [
    'none',
    'Nobody harmed',
    'The numbers killed and injured are reported as 0, and no one is reported as threatened or as having died by suicide. Whether anyone was threatened may not be known.',
  ],
  ['not_reported', 'Not reported', 'No one is reported as harmed, and the number killed or the number injured is not known.'],
]);
export type Outcome = CodeOf<typeof outcomes>;

export const personRoles = vocabulary('person_role', [
  ['victim', 'Victim', 'A person harmed or threatened.'],
  ['perpetrator', 'Perpetrator', 'A person suspected of or charged with the act.'],
]);
export type PersonRole = CodeOf<typeof personRoles>;

export const sexes = vocabulary('sex', [
  ['woman', 'Woman', 'Woman or girl.'],
  ['man', 'Man', 'Man or boy.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type Sex = CodeOf<typeof sexes>;

/** Age bands in completed years. Only bands appear in public output. */
export const ageBands = vocabulary('age_band', [
  ['0-18', '0–18', 'Eighteen or younger.'],
  ['19-35', '19–35', 'Nineteen to thirty-five.'],
  ['36-60', '36–60', 'Thirty-six to sixty.'],
  ['61-plus', '61 and older', 'Sixty-one or older.'],
  ['not_reported', 'Not known', 'The source does not say, or gives a range of ages across several of these.'],
]);
export type AgeBand = CodeOf<typeof ageBands>;

export const personOutcomes = vocabulary('person_outcome', [
  ['killed', 'Killed', 'Killed by someone else.'],
  ['injured', 'Injured', 'Physically injured.'],
  ['threatened', 'Threatened', 'Threatened with a weapon.'],
  ['suicide', 'Died by suicide', 'Died by suicide.'],
  ['unharmed', 'Unharmed', 'Present and not harmed.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type PersonOutcome = CodeOf<typeof personOutcomes>;

/** How victim and perpetrator know each other, from the victim's side. */
export const relationships = vocabulary('relationship', [
  ['intimate_partner', 'Intimate partner', 'Partner or former partner.'],
  ['family_member', 'Family member', 'Another member of the family.'],
  ['acquaintance', 'Acquaintance', 'Friend, neighbour, colleague or other acquaintance.'],
  ['stranger', 'Stranger', 'No prior relationship.'],
  ['law_enforcement', 'Law enforcement', 'One of them is a police officer or guard on duty.'],
  ['other', 'Other', 'Another relationship.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type Relationship = CodeOf<typeof relationships>;

export const settings = vocabulary('setting', [
  ['home', 'Home or yard', 'A dwelling or its yard.'],
  ['street', 'Street', 'Street, square or other open public place.'],
  ['hospitality', 'Hospitality venue', 'Café, bar, restaurant, club or hotel.'],
  ['school', 'School', 'School or other place of education.'],
  ['workplace', 'Workplace', 'Office, shop, factory or other workplace.'],
  ['road', 'Road or vehicle', 'On the road or in a vehicle.'],
  ['border_crossing', 'Border crossing', 'At a border crossing.'],
  ['nature', 'Nature', 'Forest, field, mountain or water.'],
  ['other', 'Other', 'Another setting.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type Setting = CodeOf<typeof settings>;

export const urbanities = vocabulary('urbanity', [
  ['urban', 'Urban', 'City or town.'],
  ['rural', 'Rural', 'Village or open country.'],
  ['not_reported', 'Not reported', 'The source does not say.'],
]);
export type Urbanity = CodeOf<typeof urbanities>;

export const sourceKinds = vocabulary('source_kind', [
  ['media', 'Media', 'Press, radio, television or online media.'],
  ['official', 'Official', 'Police, prosecution, ministry or another authority.'],
  ['ngo', 'NGO', 'Non-governmental organisation.'],
  ['other', 'Other', 'Another source.'],
]);
export type SourceKind = CodeOf<typeof sourceKinds>;

/** How well the place is known. Ordered from the finest to the coarsest. */
export const placePrecisions = vocabulary('place_precision', [
  ['exact', 'Exact', 'Exact location.'],
  ['settlement', 'Settlement', 'Settlement known. The coordinates are its centre.'],
  ['region', 'Region', 'Only the first-level region is known. Not shown as a point on the map.'],
  ['jurisdiction', 'Location', 'Only the location is known. Not shown as a point on the map.'],
]);
export type PlacePrecision = CodeOf<typeof placePrecisions>;
/** With any other precision, an incident has a public point. */
export const precisionsWithoutPoint: readonly PlacePrecision[] = ['region', 'jurisdiction'];

/** What was said about the point and the time of an incident, beside what is on record of it. See docs/publishing.md. */
export const pointBases = vocabulary('point_basis', [
  ['mapped_type', 'Type is known', 'Whoever described the data has said which words of the source mean this type.'],
  ['published_point', 'Published by the source', 'The source itself has published the point.'],
  [
    'sensitive',
    'Sensitive',
    'The source says that a child, a suicide, domestic or sexual violence was part of it, or uses words that nobody has explained.',
  ],
]);
export type PointBasis = CodeOf<typeof pointBases>;

/** How well the date is known. Ordered from the finest to the coarsest. */
export const datePrecisions = vocabulary('date_precision', [
  ['day', 'Day', 'The day is known.'],
  ['week', 'Week', 'The week is known.'],
  ['month', 'Month', 'The month is known.'],
  ['year', 'Year', 'The year is known.'],
]);
export type DatePrecision = CodeOf<typeof datePrecisions>;

/** Parts of the day, all of the same length and in the order of the day. */
export const partsOfDay = vocabulary('part_of_day', [
  ['night', 'Night', 'From 00:00 to 05:59.'],
  ['morning', 'Morning', 'From 06:00 to 11:59.'],
  ['afternoon', 'Afternoon', 'From 12:00 to 17:59.'],
  ['evening', 'Evening', 'From 18:00 to 23:59.'],
]);
export type PartOfDay = CodeOf<typeof partsOfDay>;

export const recordStatuses = vocabulary('record_status', [
  ['draft', 'Draft', 'Being recorded; not public.'],
  ['in_review', 'In review', 'Waiting to be checked; not public.'],
  ['published', 'Published', 'Checked and public.'],
  ['retracted', 'Retracted', 'Withdrawn. The record is kept so that its identifier is never reused.'],
]);
export type RecordStatus = CodeOf<typeof recordStatuses>;

/** Categories of the International Classification of Crime for Statistical Purposes (UNODC, version 1.0, 2015) that records can have. */
export const iccsCategories = vocabulary('iccs', [
  ['0101', 'Intentional homicide', 'Unlawful death inflicted upon a person with the intent to cause death or serious injury.'],
  ['0301', 'Sexual violence', 'Unwanted sexual act, attempt to obtain one, or contact with unwanted sexual attention.'],
  ['0401', 'Robbery', 'Taking property from a person by force or threat of force.'],
  ['02011', 'Assault', 'Intentional or reckless application of physical force upon the body of a person.'],
]);
export type IccsCode = CodeOf<typeof iccsCategories>;

/** Every vocabulary, by the name under which its codes appear in records. */
export const vocabularies = byName(
  incidentTypes,
  incidentSubtypes,
  weaponClasses,
  legalStatuses,
  seizureModes,
  tracedStatuses,
  outcomes,
  personRoles,
  sexes,
  ageBands,
  personOutcomes,
  relationships,
  settings,
  urbanities,
  sourceKinds,
  placePrecisions,
  pointBases,
  datePrecisions,
  partsOfDay,
  recordStatuses,
  iccsCategories,
);
export type VocabularyName = keyof typeof vocabularies;

/** Sub-types that belong to a type, in vocabulary order. */
export function subtypesOf(type: IncidentType): IncidentSubtype[] {
  return incidentSubtypes.codes.filter((code) => code.startsWith(`${type}.`));
}
