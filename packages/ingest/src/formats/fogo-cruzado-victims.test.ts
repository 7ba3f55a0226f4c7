import { expect, it } from 'vitest';
import { readAs } from '../../testing/test-files.ts';

const victim = {
  endereco: 'Some Street 1',
  cidade: 'SALVADOR',
  latitude: '-12.97',
  longitude: '-38.5',
  data_ocorrencia: '2024-01-18',
  hora_ocorrencia: '21:30:00',
  motivo_principal: 'Briga',
  situacao: 'Morta',
  idade: '22.0',
  faixa_etaria: 'Adulto',
  genero: 'Homem cis',
  local: 'Bar',
};

it('reads victims of Fogo Cruzado, and brings those of one place and day together', async () => {
  const { drafts, rejected } = await readAs('fogo-cruzado-victims', [
    victim,
    { ...victim, situacao: 'Ferida', idade: '', faixa_etaria: 'Adolescente', genero: 'Travesti' },
    { ...victim, latitude: '-12.98', hora_ocorrencia: '00:00:00', idade: '', genero: 'Não identificado' },
  ]);
  expect(rejected).toEqual([]);
  const [both, alone] = drafts.map(({ draft }) => draft);
  expect(both).toMatchObject({ killed: 1, injured: 1, type: 'public_dispute', setting: 'hospitality', place: 'Salvador' });
  expect(both?.people.map(({ sex, age, age_band }) => [sex, age, age_band])).toEqual([
    ['man', 22, '19-35'],
    ['woman', null, '0-18'],
  ]);
  expect(alone).toMatchObject({ local_time: null, people: [{ sex: 'not_reported', age: null, age_from: 18, age_to: 59 }] });
  expect(JSON.stringify(drafts)).not.toContain('Some Street');
});
