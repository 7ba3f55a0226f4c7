import type { IncidentSubtype, IncidentType, Setting } from '@monitor/domain';

/** What one incident characteristic of the Gun Violence Archive says in our terms. */
export interface Characteristic {
  /** The archive's words, exactly. */
  readonly text: string;
  /** Incident type; null if the characteristic does not decide it. */
  readonly type: IncidentType | null;
  readonly subtype: IncidentSubtype | null;
  readonly setting: Setting | null;
}

/** The archive's words for a suicide that ended in death, and for one after a murder. */
export const suicide = 'Suicide^';
export const murderSuicide = 'Murder/Suicide';
export const attemptedMurderSuicide = 'Attempted Murder/Suicide (one variable unsuccessful)';

type Row = readonly [text: string, setting?: Setting];

function characteristicsOfType(type: IncidentType | null, subtype: IncidentSubtype | null, rows: readonly Row[]): Characteristic[] {
  return rows.map(([text, setting = null]) => ({ text, type, subtype, setting }));
}

/**
 * All characteristics, in order of priority: of those that an incident has, the first that decides a type gives it. The motive
 * comes first, then the circumstance, then the bare fact that shots were fired, then weapons found without a shot.
 */
export const characteristics: readonly Characteristic[] = [
  ...characteristicsOfType('political_or_extremist', null, [['Terrorism Involvement'], ['Hate crime'], ['Political Violence']]),

  // The sub-type comes from the relationship, where one is recorded.
  ...characteristicsOfType('domestic_violence', null, [['Domestic Violence']]),

  ...characteristicsOfType('accidental_shooting', 'accidental_shooting.hunting', [['Hunting accident', 'nature']]),
  ...characteristicsOfType('accidental_shooting', 'accidental_shooting.maintenance', [['Cleaning gun']]),
  ...characteristicsOfType('accidental_shooting', 'accidental_shooting.handling', [
    ['Playing with gun'],
    ['Thought gun was unloaded'],
    ['Child picked up & fired gun'],
    ['Child injured self'],
    ['Child killed self'],
    ['Officer Involved Shooting - Accidental discharge - no injury required'],
  ]),

  ...characteristicsOfType('police_encounter', null, [
    ['Officer Involved Shooting - subject/suspect/perpetrator killed'],
    ['Officer Involved Shooting - subject/suspect/perpetrator shot'],
    ['Officer Involved Shooting - subject/suspect/perpetrator suicide by cop'],
    ['Officer Involved Shooting - subject/suspect/perpetrator suicide at standoff'],
    ['Officer Involved Shooting - subject/suspect/perpetrator surrender at standoff'],
    ['Officer Involved Shooting - subject/suspect/perpetrator unarmed'],
    ['Officer Involved Shooting - Officer shot'],
    ['Officer Involved Shooting - Officer killed'],
    ['Officer Involved Shooting - Bystander shot'],
    ['Officer Involved Shooting - Bystander killed'],
    ['Officer Involved Shooting - Shots fired, no injury'],
    ['Officer Involved Shooting'],
    ['Police Targeted'],
  ]),

  // Somebody was killed, or nearly, by another: no suicide alone. With a relationship recorded it is domestic violence.
  ...characteristicsOfType('undetermined_shooting', null, [[murderSuicide], [attemptedMurderSuicide]]),
  ...characteristicsOfType('suicide', 'suicide.other', [[suicide], ['Suicide - Attempt']]),

  ...characteristicsOfType('accidental_shooting', null, [
    ['Accidental Shooting - Death'],
    ['Accidental Shooting - Injury'],
    ['Accidental Shooting at a Business', 'workplace'],
    ['Accidental Shooting'],
    ['Accidental/Negligent Discharge'],
    ['Self-Inflicted (not suicide or suicide attempt - NO PERP)'],
  ]),

  ...characteristicsOfType('criminal_context', 'criminal_context.armed_robbery', [
    ['Armed robbery with injury/death and/or evidence of DGU found'],
    ['Car-jacking', 'road'],
  ]),
  ...characteristicsOfType('weapon_theft', null, [
    ['Gun shop robbery or burglary', 'workplace'],
    ['Gun(s) stolen from owner'],
    ['Guns stolen from law enforcement'],
  ]),
  ...characteristicsOfType('criminal_context', 'criminal_context.organized_crime', [['Gang involvement']]),
  ...characteristicsOfType('criminal_context', 'criminal_context.sexual_violence', [['Sex crime involving firearm']]),
  ...characteristicsOfType('criminal_context', 'criminal_context.other', [
    ['Home Invasion - Resident killed', 'home'],
    ['Home Invasion - Resident injured', 'home'],
    ['Home Invasion - subject/suspect/perpetrator killed', 'home'],
    ['Home Invasion - subject/suspect/perpetrator injured', 'home'],
    ['Home Invasion - No death or injury', 'home'],
    ['Home Invasion', 'home'],
    ['Kidnapping/abductions/hostage'],
  ]),

  ...characteristicsOfType('public_dispute', null, [
    ['Road rage', 'road'],
    ['Bar/club incident - in or around establishment', 'hospitality'],
    ['House party', 'home'],
    ['Workplace shooting (disgruntled employee)', 'workplace'],
    ['Pistol-whipping'],
  ]),

  ...characteristicsOfType('criminal_context', 'criminal_context.other', [
    ['Defensive Use - Crime occurs, victim shoots subject/suspect/perpetrator'],
    ['Defensive Use - Victim stops crime'],
    ['Defensive Use - Good Samaritan/Third Party'],
    ['Defensive Use - Stand Your Ground/Castle Doctrine established'],
    ['Defensive Use - Shots fired, no injury/death'],
    ['Defensive use - No shots fired'],
    ['Defensive Use - WITHOUT a gun'],
    ['Defensive Use'],
  ]),

  ...characteristicsOfType('undetermined_shooting', null, [
    ['Mass Murder (4+ deceased victims excluding the subject/suspect/perpetrator , one location)'],
    ['Mass Shooting (4+ victims injured or killed excluding the subject/suspect/perpetrator, one location)'],
    ['Spree Shooting (multiple victims, multiple locations)'],
    ['School Shooting - elementary/secondary school', 'school'],
    ['School Shooting - university/college', 'school'],
    ['Drive-by (car to street, car to car)', 'road'],
    ['Shootout (where VENN diagram of shooters and victims overlap)'],
    ['Mistaken ID (thought it was an intruder/threat, was friend/family)'],
    ['Child killed by child'],
    ['Child injured by child'],
    ['Child killed (not child shooter)'],
    ['Child injured (not child shooter)'],
    ['Gun range/gun shop/gun show shooting', 'workplace'],
  ]),

  // Animals before the bare facts: such an incident is also filed as shots fired.
  ...characteristicsOfType('shooting_at_animals', null, [['Animal shot/killed']]),

  ...characteristicsOfType('undetermined_shooting', null, [
    ['Shot - Dead (murder, accidental, suicide)'],
    ['Shot - Wounded/Injured'],
    ['Shots Fired - No Injuries'],
    ['Shots fired, no action (reported, no evidence found)'],
    ['ShotSpotter'],
  ]),

  ...characteristicsOfType('weapon_seizure', null, [
    ['Gun buy back action'],
    ['ATF/LE Confiscation/Raid/Arrest'],
    ['TSA Action', 'other'],
    ['Gun at school, no death/injury - elementary/secondary school', 'school'],
    ['Gun at school, no death/injury - university/college', 'school'],
    ['Child with gun - no shots fired'],
    ['Stolen/Illegally owned gun{s} recovered during arrest/warrant'],
    ['Possession of gun by felon or prohibited person'],
    ['Possession (gun(s) found during commission of other crimes)'],
  ]),

  ...characteristicsOfType('criminal_context', 'criminal_context.other', [
    ['Criminal act with stolen gun'],
    ['Unlawful purchase/sale'],
    ['Drug involvement'],
  ]),
  ...characteristicsOfType('police_encounter', null, [
    ['Officer Involved Incident - Weapon involved but no shots fired'],
    ['Officer Involved Incident'],
  ]),

  ...characteristicsOfType('other', null, [
    ['Brandishing/flourishing/open carry/lost/found'],
    ['Implied Weapon'],
    ['LOCKDOWN/ALERT ONLY: No GV Incident Occurred Onsite'],
    ['Non-Shooting Incident'],
    ['Non-Aggression Incident'],
    ['NAV'],
  ]),

  ...characteristicsOfType(null, null, [
    ['School Incident', 'school'],
    ['Institution/Group/Business'],
    ['Child Involved Incident'],
    ['Under the influence of alcohol or drugs (only applies to the subject/suspect/perpetrator )'],
    ['Assault weapon (AR-15, AK-47, and ALL variants defined by law enforcement)'],
    ['BB/Pellet/Replica gun'],
    ['Ghost gun'],
    ['Concealed Carry License - Perpetrator'],
    ['Concealed Carry License - Victim'],
  ]),
];

/** Those that say of a child, a suicide, domestic or sexual violence, or relatives, whatever the type is. */
export const exposing: ReadonlySet<string> = new Set([
  'Domestic Violence',
  'Child picked up & fired gun',
  'Child injured self',
  'Child killed self',
  'Officer Involved Shooting - subject/suspect/perpetrator suicide by cop',
  'Officer Involved Shooting - subject/suspect/perpetrator suicide at standoff',
  murderSuicide,
  attemptedMurderSuicide,
  suicide,
  'Suicide - Attempt',
  'Sex crime involving firearm',
  'Mistaken ID (thought it was an intruder/threat, was friend/family)',
  'Child killed by child',
  'Child injured by child',
  'Child killed (not child shooter)',
  'Child injured (not child shooter)',
  'Child with gun - no shots fired',
  'Child Involved Incident',
]);
