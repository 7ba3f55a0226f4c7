import axe from 'axe-core';

/**
 * What axe finds of the levels A and AA of WCAG 2.2 that is serious or critical.
 * @param part selector of what is looked at
 */
export async function seriousFindings(part: string): Promise<string[]> {
  const { violations } = await axe.run(part, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
