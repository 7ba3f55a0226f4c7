import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { guessEncoding } from './detect-encoding.ts';

/* A few words, as a file of ten rows has. Letters that two encodings share do not decide it, and are read right either way. */

const words: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': [
    'São Paulo, Ceará',
    'Complexo do Alemão',
    'Peñas, Cañar',
    'Muertes violentas en vía pública, riña',
    'Mord/dråp, Rån, försök',
    'Ärlöv',
    'Tromsø, Ålesund, Bodø',
    'Orléans, Besançon, Nîmes',
    'Köln, München, Gießen',
    'Jyväskylä, Hämeenlinna',
  ],
  'windows-1250': [
    'Niš',
    'Šabac, Čačak',
    'Pucnjava u kafiću',
    'Đakovo, Požega',
    'Łódź, Gdańsk, Kraków',
    'Iaşi, Timişoara, Bacău',
    'Plzeň, Ústí, Příbram',
    'Győr, Székesfehérvár',
    'Shkodër, Përmet',
    'Anđelija, između kuća, Đurđevac',
    'Galaţi, Constanţa',
    'Nový Bydžov, Český Krumlov',
    'Nové Zámky, Žilina',
  ],
  'windows-1254': [
    'Kadıköy, Üsküdar',
    'İstanbul, Bağcılar',
    'Şanlıurfa, Viranşehir',
    'Muğla, Eskişehir, Iğdır',
    'Yaralı Sayısı;Ölü;Olay Türü',
    'Silahlı kavgada bir kişi yaralandı, şüpheliler gözaltına alındı',
  ],
  'windows-1251': ['Ниш', 'Београд, НИШ', 'НИШ, БЕОГРАД', 'Љиг, Ђаковица', 'Киев, Одесса', 'Київ', 'София, Пловдив', 'Скопје'],
  'koi8-r': ['Киев, Одесса', 'Стрельба на улице'],
  'koi8-u': ['Київ, Харків'],
  'iso-8859-5': ['Стрельба на улице', 'Београд, Ниш'],
};

describe.each(Object.entries(words))('a few words in %s', (encoding, texts) => {
  it.each(texts)('are read as %s', (text) => {
    const bytes = iconv.encode(`id,place\n1,${text}\n`, encoding);
    expect(iconv.decode(bytes, guessEncoding(bytes).name)).toBe(`id,place\n1,${text}\n`);
  });

  it.each([3, 300])('and all of them %i times', (times) => {
    const text = `id,place\n${`${texts.join('\n')}\n`.repeat(times)}`;
    const bytes = iconv.encode(text, encoding);
    expect(iconv.decode(bytes, guessEncoding(bytes).name)).toBe(text);
  });
});
