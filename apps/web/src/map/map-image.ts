import type { Map as MapLibreMap } from 'maplibre-gl';
import { legendPicture, type PicturePiece } from './legend-picture.ts';
import { type DrawnMap, drawInLight } from './map-on-paper.tsx';

/** Between map and legend. CSS pixels. */
const gap = 16;

/**
 * The map as it is on the screen with its legend at its side, as SVG. To be called while the page has the light theme, so that both have
 * its colours.
 */
export function mapImage(map: MapLibreMap, drawn: DrawnMap, legend: Element | null): PicturePiece {
  const paper = document.createElement('canvas');
  drawInLight(map, drawn, paper);
  const { clientWidth, clientHeight } = map.getContainer();
  const picture = `<image href="${paper.toDataURL('image/png')}" width="${clientWidth}" height="${clientHeight}"/>`;
  if (legend === null) return { markup: picture, width: clientWidth, height: clientHeight };
  const folded = [...legend.querySelectorAll<HTMLElement>('[hidden]')];
  for (const element of folded) element.hidden = false;
  try {
    const { markup, width, height } = legendPicture(legend);
    return {
      markup: `${picture}<g transform="translate(${clientWidth + gap} 0)">${markup}</g>`,
      width: clientWidth + gap + width,
      height: Math.max(clientHeight, height),
    };
  } finally {
    for (const element of folded) element.hidden = true;
  }
}
