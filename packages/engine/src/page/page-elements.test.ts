import { learnFocus, siteFocus } from '@monitor/geography';
import { expect, onTestFinished, test } from 'vitest';
import { withFocus } from './page-elements.ts';

test('a page has the language, title and description of the instance, and what it is about, as text that can end no element', () => {
  const usual = siteFocus();
  onTestFinished(() => learnFocus(usual));
  const focus = { ...usual, languages: ['sq', 'en'], title: 'A & B </title>', region: 'the "North"', notes: ['</script><b>'] };
  learnFocus(focus);
  const page = withFocus('<html lang="en"><head>\n    <!-- focus -->\n</head>');
  expect(page).toContain('<html lang="sq">');
  expect(page).toContain('<title>A &amp; B &lt;/title&gt;</title>');
  expect(page).toContain('content="Where, when and how firearms are used in the &quot;North&quot;: ');
  const data = /<script type="application\/json" id="focus">(.*)<\/script>/.exec(page)?.[1] ?? '';
  expect(data).not.toContain('<');
  expect(JSON.parse(data)).toEqual(focus);
});
