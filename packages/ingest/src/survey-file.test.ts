import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { surveyFile as surveySource } from './survey-file.ts';
import { findSource } from './unpack.ts';
import { testFile } from '../testing/test-files.ts';

const surveyFile = async (path: string, encoding?: string) => surveySource(await findSource(path), encoding);

const serbian =
  'id,mesto,opis\n1,Šabac,Pucnjava u kafiću; povređeno dvoje ljudi\n2,Čačak,Pronađeno oružje kod mladića\n3,Niš,Žena povređena\n';
const ukrainian = 'id,місто,опис\n1,Київ,Стрілянина у кафе; поранено двох людей\n2,Харків,Знайдено зброю у підлітка\n';
const albanian = 'id,vendi\n1,Shkodër\n2,Gjakovë\n3,Përmet\n';

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', 'valid UTF-8', Buffer.from(serbian)],
    ['utf-8', 'byte-order mark', Buffer.from(`\ufeff${serbian}`)],
    ['utf-16le', 'byte-order mark', iconv.encode(serbian, 'utf-16le', { addBOM: true })],
    ['utf-16be', 'byte-order mark', iconv.encode(ukrainian, 'utf-16be', { addBOM: true })],
    ['utf-16le', 'zero bytes', iconv.encode(ukrainian, 'utf-16le')],
    ['utf-16be', 'zero bytes', iconv.encode(serbian, 'utf-16be')],
    ['windows-1250', 'guessed from the letters', iconv.encode(serbian, 'windows-1250')],
    ['windows-1251', 'guessed from the letters', iconv.encode(ukrainian, 'windows-1251')],
    ['koi8-u', 'guessed from the letters', iconv.encode(ukrainian, 'koi8-u')],
  ])('is found to be %s by %s', async (name, because, bytes) => {
    const found = await surveyFile(testFile(bytes));
    expect(found.encoding).toEqual({ name, because });
    expect(found.head.replace('\ufeff', '')).toMatch(/^id,(?:mesto|місто),(?:opis|опис)\n1,(?:Šabac|Київ),/);
  });

  it('reads Albanian letters, which Central and Western European code pages share', async () => {
    expect((await surveyFile(testFile(iconv.encode(albanian, 'windows-1252')))).head).toBe(albanian);
  });

  it('is KOI8-R where a Russian text has none of the letters of KOI8-U', async () => {
    const russian = 'id,город\n1,Одесса\n2,Харьков\n3,Стрельба на улице\n';
    const found = await surveyFile(testFile(iconv.encode(russian, 'koi8-r')));
    expect([found.encoding.name, found.head]).toEqual(['koi8-r', russian]);
  });

  it('is known from letters far behind the beginning', async () => {
    const far = Buffer.concat([
      Buffer.from(`id,name\n${'1,a\n'.repeat(100_000)}`),
      iconv.encode('2,Šabac kafić\n', 'windows-1250'),
    ]);
    expect((await surveyFile(testFile(far))).encoding.name).toBe('windows-1250');
    expect((await surveyFile(testFile(Buffer.concat([far.subarray(0, 400_008), Buffer.from('2,Šabac\n')])))).encoding.name).toBe(
      'utf-8',
    );
  });

  it('stays UTF-8 where one line of many is in another, and says how much is not', async () => {
    const line = iconv.encode('4,Medveđa,Pretučen mladić\n', 'windows-1250');
    const found = await surveyFile(testFile(Buffer.concat([Buffer.from(serbian.repeat(100)), line, Buffer.from(serbian)])));
    expect(found.encoding).toEqual({ name: 'utf-8', because: 'guessed: 3 of 1114 letters outside ASCII are not UTF-8' });
    const half = await surveyFile(testFile(Buffer.concat([Buffer.from(serbian), iconv.encode(serbian, 'windows-1250')])));
    expect(half.encoding.name).toBe('windows-1250');
  });

  it('can be given', async () => {
    const path = testFile(iconv.encode(serbian, 'windows-1250'));
    expect((await surveyFile(path, 'windows-1250')).encoding).toEqual({ name: 'windows-1250', because: 'as requested' });
    await expect(surveyFile(path, 'latin-99')).rejects.toThrow(/"latin-99" is not a known encoding. Try utf-8,/);
  });
});

describe('what is not a table in text', () => {
  it.each([
    ['an empty file', '', /test\.csv: the file is empty\./],
    ['blank lines', ' \n\n', /the file is empty\./],
    ['a ZIP archive that is cut off', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0'), /damaged or cut off.*Get it again/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old Excel workbook/],
    ['a PDF', '%PDF-1.7\n', /PDF/],
    ['a gzip file that is cut off', Buffer.from([0x1f, 0x8b, 8, 0]), /damaged or cut off.*Get it again/],
    ['a web page', '\n<!DOCTYPE html><html><title>Log in</title>', /web page.*login or error page/],
    ['XML', '<?xml version="1.0"?><a/>', /XML/],
    ['bytes', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 7) % 32)), /binary/],
  ])('%s is refused with a message', async (_, content, message) => {
    await expect(surveyFile(testFile(content))).rejects.toThrow(message);
  });

  it('a file that is not there, or a folder', async () => {
    await expect(surveyFile('/nowhere/at/all.csv')).rejects.toThrow('/nowhere/at/all.csv: file not found.');
    await expect(surveyFile('/')).rejects.toThrow(/this is a folder, not a file\. Name the files in it/);
  });

  it.each([
    ['a line without an end', 'a,b;c', /endless, line 1: the row that starts here is longer than 1 MB/],
    ['zero bytes without an end', '\0', /endless: this is a binary file/],
  ])('%s is refused after its first few portions', async (_, content, message) => {
    const bytes = async function* () {
      for (;;) yield Buffer.alloc(256 * 1024, content);
    };
    await expect(surveySource({ path: '/endless', name: 'endless', bytes })).rejects.toThrow(message);
  });

  it('a stray zero byte makes no binary file', async () => {
    expect((await surveyFile(testFile(`id,name\n${'1,some words\n'.repeat(50)}2,x\0y\n`))).encoding.name).toBe('utf-8');
  });
});
