import type { Map as MapLibreMap } from 'maplibre-gl';
import { legendPicture, type PicturePiece } from './legend-picture.ts';
import { type DrawnMap, drawInLight } from './map-on-paper.tsx';

/** Between map and legend. CSS pixels. */
const gap = 16;

/** Of the legend, in pixels. */
export type Room = Pick<PicturePiece, 'width' | 'height'>;

/** The size that the legend takes once it is open. */
export function roomForLegend(legend: Element | null): Room {
  if (legend === null) return { width: 0, height: 0 };
  return unfolded(legend, () => {
    const { width, height } = legend.getBoundingClientRect();
    return { width, height };
  });
}

/**
 * The map as it is on the screen with its legend at its side, as SVG. To be called while the page has the light theme, so that both have
 * its colours.
 * @param room for the legend, where it is not the legend's own size: one that needs more is drawn smaller
 */
export function mapImage(map: MapLibreMap, drawn: DrawnMap, legend: Element | null, room?: Room): PicturePiece {
  const paper = document.createElement('canvas');
  drawInLight(map, drawn, paper);
  const { clientWidth, clientHeight } = map.getContainer();
  const picture = `<image href="${paper.toDataURL('image/png')}" width="${clientWidth}" height="${clientHeight}"/>`;
  if (legend === null) return { markup: picture, width: clientWidth, height: clientHeight };
  const { markup, width, height } = unfolded(legend, () => legendPicture(legend));
  const space = room ?? { width, height };
  const scale = Math.min(1, space.width / width, space.height / height);
  const place = `translate(${clientWidth + gap} 0)${scale < 1 ? ` scale(${scale})` : ''}`;
  return {
    markup: `${picture}<g transform="${place}">${markup}</g>`,
    width: clientWidth + gap + space.width,
    height: Math.max(clientHeight, space.height),
  };
}

/** Does something with a legend while all of it is there, as it is on the map. */
function unfolded<Result>(legend: Element, work: () => Result): Result {
  const folded = [...legend.querySelectorAll<HTMLElement>('[hidden]')];
  const isBeneath = legend.hasAttribute('data-beneath');
  legend.removeAttribute('data-beneath');
  for (const element of folded) element.hidden = false;
  try {
    return work();
  } finally {
    for (const element of folded) element.hidden = true;
    legend.toggleAttribute('data-beneath', isBeneath);
  }
}
