import { expect, test } from 'vitest';
import { latinName } from './romanise.ts';

test('a name is in Latin letters as its jurisdiction writes them; one without Cyrillic stays as it is', () => {
  const names = [
    ['Свети Николе', 'MK', 'Sveti Nikole'],
    ['Штип', 'MK', 'Štip'],
    ['Ѓорче Петров', 'MK', 'Gjorče Petrov'],
    ['Ниш', 'RS', 'Niš'],
    ['Њивице', 'ME', 'Njivice'],
    ['Київ', 'UA', 'Kyiv'],
    ['Запоріжжя', 'UA', 'Zaporizhzhia'],
    ['Стара Загора', 'BG', 'Stara Zagora'],
    ['Пловдив', 'BG', 'Plovdiv'],
    ['Жодзіна', 'BY', 'Žodzina'],
    ['Prishtinë / Priština', 'XK', 'Prishtinë / Priština'],
  ] as const;
  expect(names.map(([name, code]) => latinName(name, code))).toEqual(names.map(([, , latin]) => latin));
});
