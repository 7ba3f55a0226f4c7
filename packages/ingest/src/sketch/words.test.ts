import { expect, it } from 'vitest';
import { codeOf } from './words.ts';

it.each([
  ['type', 'domestic_violence', ['Nasilje u porodici', 'Violencia intrafamiliar', 'Violência doméstica', 'Häusliche Gewalt', 'Aile içi şiddet', 'Семејно насилство', 'Домашнє насильство', 'Violenza domestica', 'Violences conjugales', 'Dhunë në familje', 'Violență domestică']], // prettier-ignore
  ['type', 'criminal_context', ['Robbery with violence', 'Gang violence', 'Banditry attack', 'Cattle raid', 'Home invasion', 'Bandenkriminalität', 'Rapina']], // prettier-ignore
  ['type', 'undetermined_shooting', ['Mord und Totschlag', 'Homicidio intencional', 'Homicide volontaire', 'Kasten öldürme', 'Silahla yaralama']], // prettier-ignore
  ['type', 'accidental_shooting', ['Fahrlässige Schussabgabe']],
  ['type', 'weapon_seizure', ['Waffenfund', 'Recovery of firearm']],
  ['weapon_class', 'bladed', ['ARMA BLANCA / CORTOPUNZANTE', 'Kesici alet']],
  ['weapon_class', 'none', ['SIN EMPLEO DE ARMAS']],
  ['weapon_class', 'not_reported', ['NO REPORTADO', 'Home-made gun', 'Ateşli silah']],
  ['weapon_class', 'other', ['CONTUNDENTES']],
  ['weapon_class', 'gas_pistol', ['Kurusıkı tabanca']],
  ['weapon_class', 'rifle_or_shotgun', ['Av tüfeği', 'Fucile']],
  ['sex', 'not_reported', ['divers', 'NO REPORTA', 'Non-binary']],
  ['person_outcome', 'injured', ['schwer verletzt', 'leicht verletzt', 'teško povrijeđen', 'lakše povređen', 'ağır yaralı', 'важко поранений', 'ferito']], // prettier-ignore
  ['person_outcome', 'killed', ['tot', 'deceduto']],
] as const)('as %s, %s is meant by %j', (vocabulary, code, words) => {
  for (const word of words) expect([word, codeOf(vocabulary, word)]).toEqual([word, code]);
});

it.each(['robo Valdez', 'Schwerin', 'tiroteo Schüssler', 'Léger blessé', 'Banderas robo', 'Donna'])(
  '%s may name somebody',
  (text) => {
    for (const vocabulary of ['type', 'sex', 'person_outcome', 'weapon_class'] as const)
      expect(codeOf(vocabulary, text)).toBeUndefined();
  },
);
