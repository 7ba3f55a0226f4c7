import type { PageAnswer } from '@monitor/contract';
import type { LeftOut } from '../judge/left-out.ts';
import type { Voice } from './voice.ts';

/** So many parts are named at most. */
const mostNamed = 4;

/** What the comparisons of a page leave out, in one line; undefined if nothing. */
export function saidLeftOut(parts: readonly LeftOut[], voice: Voice): PageAnswer<unknown>['leftOut'] {
  if (parts.length === 0) return undefined;
  const { t } = voice;
  const named = parts.slice(0, mostNamed).map((part) => partWords(part, voice));
  const rest = parts.slice(mostNamed);
  const incidents = rest.reduce((sum, part) => sum + part.incidents, 0);
  const more = rest.length === 0 ? [] : [t('leftOut.more', { parts: rest.length, amount: amountText(incidents, voice) })];
  return { text: t('leftOut.line', { parts: [...named, ...more].join('; ') }), parts: parts.flatMap((part) => part.parts) };
}

function amountText(count: number, { t, number }: Voice): string {
  return t('measure.incidents.amount', { count, number: number.count(count) });
}

function partWords({ title, country, incidents, from, to, instead }: LeftOut, voice: Voice): string {
  const { t, date, place } = voice;
  const values = {
    title: country === undefined ? title : t('summary.placeInDataset', { place: place(country), title }),
    amount: amountText(incidents, voice),
  };
  return instead === undefined
    ? t('leftOut.part', { ...values, period: date.period(from, to) })
    : t('leftOut.instead', { ...values, instead });
}
