import { expect, it } from 'vitest';
import { readAs } from '../../testing/test-files.ts';

const shooting = {
  cidade: 'RECIFE',
  bairro: 'CENTRO',
  latitude: '-8.05',
  longitude: '-34.9',
  data_ocorrencia: '2024-01-18 08:00:00',
  civis_mortos_ocorrencia: '1.0',
  civis_feridos_ocorrencia: '',
  agentes_mortos_ocorrencia: '1.0',
  agentes_feridos_ocorrencia: '',
  motivo_principal: 'Tentativa/Roubo',
  mortos_total: '2.0',
};

it('reads shootings of Fogo Cruzado, with civilians and officers added up', async () => {
  const { drafts, rejected } = await readAs('fogo-cruzado', [
    shooting,
    { ...shooting, latitude: '-8.06', civis_mortos_ocorrencia: '', agentes_mortos_ocorrencia: '', motivo_principal: '' },
    { ...shooting, latitude: '-8.07', motivo_principal: 'Operação policial' },
  ]);
  expect(rejected).toEqual([]);
  expect(drafts.map(({ draft }) => [draft.killed, draft.injured, draft.type, draft.subtype])).toEqual([
    [2, 0, 'criminal_context', 'criminal_context.armed_robbery'],
    [0, 0, 'undetermined_shooting', null],
    [2, 0, 'police_encounter', null],
  ]);
  expect(drafts[0]?.draft).toMatchObject({
    occurred_on: '2024-01-18',
    local_time: null,
    country: 'BR',
    place: 'Recife',
    lat: -8.05,
  });
  expect(drafts[0]?.draft.type_as_reported).toBe('Tentativa/Roubo');
});
