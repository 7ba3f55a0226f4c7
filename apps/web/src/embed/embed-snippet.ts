/** How tall a frame is, in pixels: what a map needs, and what most charts fit into. */
export const frameHeights = { least: 240, most: 2000, usual: 600 } as const;

/**
 * The HTML that shows a frame on another page, as wide as its place there.
 * @param address whole address of the frame
 * @param title what the frame shows, for screen readers
 * @param height pixels
 */
export function embedSnippet(address: string, title: string, height: number): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
