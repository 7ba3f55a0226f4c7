import type { SourceKind } from '@monitor/domain';
import { type RawSource, unknownSource } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';

const kinds: readonly (readonly [kind: SourceKind, pattern: RegExp])[] = [
  [
    'official',
    /\b(?:OSCE|United Nations|UN|OHCHR|OCHA|UNHCR|ministry|government|police|court|prosecutor|ombudsman|joint forces)\b/i,
  ],
  ['ngo', /\b(?:Amnesty|Human Rights Watch|HRW|Red Cross|ICRC|Me\w*Book|Crisis ?Watch|Crisis Group|ICG)\b/i],
];

/**
 * `"publisher,date"` for each article of `"publisher,date,headline";…`. Headlines name people, so that they go before anything
 * else sees the row.
 */
export function articlesWithoutHeadlines(text: string): string {
  return splitArticles(text)
    .map(({ publisher, date }) => `"${withoutPerson(publisher)},${date}"`)
    .join(';');
}

/** The publishers of `publisher;publisher`, without the names of people who publish under their own. */
export function publishersWithoutPeople(text: string): string {
  return text.split(';').map(withoutPerson).join(';');
}

/** An account in a social network may carry a person's name: only the network is kept. */
function withoutPerson(publisher: string): string {
  const network = /\b(?:twitter|facebook|telegram|youtube|vkontakte)\b/i.exec(publisher)?.[0];
  return network !== undefined && /^\s*@|:/.test(publisher) ? network : publisher;
}

/** The articles behind an event: from the columns of publishers and dates, or from the joined column of older files. */
export function readArticles(row: Row): RawSource[] {
  const publishers = cell(row, 'source_office')?.split(';');
  const dates = cell(row, 'source_date')?.split(';');
  const articles =
    publishers && publishers.length === dates?.length
      ? publishers.map((publisher, index) => ({ publisher: publisher.trim(), date: dates[index]?.trim() ?? '' }))
      : splitArticles(cell(row, 'source_article') ?? '');
  return articles
    .filter(({ publisher }) => publisher !== '')
    .map(({ publisher, date }) => ({
      ...unknownSource,
      kind: kinds.find(([, pattern]) => pattern.test(publisher))?.[0] ?? 'media',
      publisher,
      published_on: /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null,
    }));
}

/** A publisher may have commas in its name; the date is what parts it from the headline. */
function splitArticles(text: string): { publisher: string; date: string }[] {
  return [...text.matchAll(/(?:^|;)\s*"?([^";]*?),\s*(\d{4}-\d{2}-\d{2})/g)].map(([, publisher = '', date = '']) => ({
    publisher: publisher.trim(),
    date,
  }));
}
