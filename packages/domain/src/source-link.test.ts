import { describe, expect, it } from 'vitest';
import { linkWithoutNames, publisherOfLink } from './source-link.ts';

describe('a link to a source', () => {
  it.each([
    'http://www.gunviolencearchive.org/incident/740176',
    'https://example.org/2017/08/01/52890900/',
    'https://example.org/2017/08/vesti/528/print',
    'https://example.org/vesti/2023-05-03/12345.html',
    'https://example.org/12/vesti/20230503.html',
    'https://example.org/Story.aspx?id=77&p=2',
    'https://example.org:8080/news/b7622864-43ff-11e7-a196-a1bb629f64cb',
  ])('%s is kept: numbers and the words of any site name nobody', (text) => {
    expect(linkWithoutNames(text)).toBe(text);
  });

  it.each([
    'https://example.org/news/zzyzx-qwertyname-shot-dead',
    'https://example.org/2017/08/01/zzyzx-qwertyname/528909001/',
    'https://example.org/zzyzx',
    'https://example.org/zzyzx.html',
    'https://example.org/story?id=zzyzx',
    'https://example.org/story?zzyzx=1',
    'https://example.org/%7A%7Ayzx/1',
    'https://example.org/вести/1',
    'https://example.org/news/1?utm_source=zzyzx',
    'https://zzyzx.blogspot.com/2017/08/1.html',
    'https://zzyzx.blogspot.co.uk/2017/08/1.html',
    // Personal numbers, telephone numbers and numbers of identity cards, however they are written.
    'https://example.org/vesti/0101985710012',
    'https://example.org/vesti/1512985710012.html',
    'https://example.org/1512985/710012',
    'https://example.org/15-12-985/710012',
    'https://example.org/8512157890',
    'https://example.org/38160123456',
    'https://example.org/060.123.4567/',
    'https://example.org/060-12-34',
    'https://example.org/060/1234567',
    'https://example.org/060/123/4567',
    'https://example.org/381/60/1234567',
    'https://example.org/01/2345678',
    'https://example.org/12_345_678_9',
    'https://example.org/story?id=0101985710012',
    'https://example.org/story?id=060123456',
    'https://example.org/story?id=060&p=1234567',
    'https://example.org/2017/08/01/528909001/',
    // The front page is not a report.
    'https://example.org/',
    'https://example.org',
  ])('%s is left out', (text) => {
    expect(linkWithoutNames(text)).toBeNull();
  });

  it('loses the part from # on', () => {
    expect(linkWithoutNames('https://example.org/news/1#zzyzx-qwertyname')).toBe('https://example.org/news/1');
  });

  it('leaves its publisher: the host, or the service where the host is a person’s own', () => {
    expect(publisherOfLink('https://www.example.org/zzyzx')).toBe('example.org');
    expect(publisherOfLink('http://zzyzx.blogspot.com/1')).toBe('blogspot.com');
    expect(publisherOfLink('http://zzyzx-qwertyname.wordpress.com/')).toBe('wordpress.com');
    expect(publisherOfLink('https://wordpress.com/1')).toBe('wordpress.com');
  });
});
