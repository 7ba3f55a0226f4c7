/** Width and height in CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a popup stands from its figure: on which of its own sides the figure is, and how far it is moved. CSS pixels. */
export interface PopupPlace {
  readonly anchor: 'top' | 'bottom' | 'left' | 'right';
  readonly offset: [x: number, y: number];
}

const margin = 8;
/** Between the figure's edge and the popup. */
const gap = 5;

/**
 * Places a popup above its figure, else below, else beside it where there is more room, and moves it along so that it
 * stays on the map. On a small map without room at any side it lies over a part of its figure.
 * @param at the figure's middle on the map.
 * @param covered height at the bottom of the map that other things cover.
 */
export function placePopup(at: { x: number; y: number }, radius: number, map: Size, popup: Size, covered: number): PopupPlace {
  const away = radius + gap;
  const bottom = map.height - covered;
  const aside = inside(at.x, popup.width, map.width) - at.x;
  if (at.y - away - popup.height >= margin) return { anchor: 'bottom', offset: [aside, -away] };
  if (at.y + away + popup.height <= bottom - margin) return { anchor: 'top', offset: [aside, away] };
  const along = inside(at.y, popup.height, bottom) - at.y;
  const room = Math.max(at.x, map.width - at.x) - away - margin;
  if (room < popup.width) return { anchor: 'top', offset: [aside, along - popup.height / 2] };
  return at.x < map.width / 2 ? { anchor: 'left', offset: [away, along] } : { anchor: 'right', offset: [-away, along] };
}

/** The middle nearest to the wanted one at which a length stays within the whole. */
function inside(middle: number, length: number, whole: number): number {
  const least = margin + length / 2;
  return Math.max(least, Math.min(middle, whole - least));
}
