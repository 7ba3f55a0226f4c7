import { jurisdictions } from '@monitor/geography';
import { expect, test } from 'vitest';

/* What an installation is about says its focus. A text that names a part of the world would be wrong in any other. */

const texts = import.meta.glob<object>(['../**/locales/en.json', '../../../../packages/findings/src/say/locales/en.json'], {
  import: 'default',
  eager: true,
});

/** The texts with their keys, without what is put in. */
function textsOf(node: object, before = ''): [key: string, text: string][] {
  return Object.entries(node).flatMap(([name, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string'
      ? [[before + name, value.replaceAll(/\{\{.*?\}\}/g, '')]]
      : textsOf(value as object, `${before}${name}.`),
  );
}

/** Names that may be told: the footnote of a name, who else publishes such figures, and kinds of sources, whatever they are. */
const allowed = ['notice.kosovo', 'about.synthetic.text.0', 'indicators.framework.roadmap'];

test.each(Object.entries(texts))('no text of %s speaks of one region, its sources or its languages', (_, file) => {
  const names = jurisdictions.map(({ name }) => name.replace('*', '')).filter((name) => name.length > 3);
  const ofRegion = new RegExp(
    `\\b(?:${names.join('|')}|Europe|Eurostat|SEESAC|SALW|Balkans?|Monitoring Platform|Orthodox|monitoring teams?|media and official|of the region|Niš|Shkodër|Knez)(?!\\w)`,
  );
  const found = textsOf(file).filter(([key, text]) => ofRegion.test(text) && !allowed.includes(key));
  expect(found).toEqual([]);
});
