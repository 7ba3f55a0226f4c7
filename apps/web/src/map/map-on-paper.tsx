import { diff } from '@maplibre/maplibre-gl-style-spec';
import { type Map as MapLibreMap, restoreNow, setNow, type StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { onPrint } from '../controls/printing.ts';
import { compactCount, redrawDonuts } from './donut-pictures.ts';
import kit from '../styles/kit.module.css';
import styles from './incident-map.module.css';
import { mapThemes, type ThemeName } from './map-theme.ts';
import { withoutNames } from './map-style.ts';
import { insetHead, type MapPart } from './region-view.ts';
import { isStyleLoaded } from './use-map-style.ts';

interface MapOnPaperProps extends DrawnMap {
  readonly map: MapLibreMap | null;
}

/**
 * The map as it is printed: a copy of what is on the screen, in light colours. A browser does not print what WebGL has drawn and already
 * shown, and waits for nothing before it prints, so the copy is taken in one go.
 */
export function MapOnPaper({ map, theme, locale, style, styleIn, inset }: MapOnPaperProps) {
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!map) return undefined;
    return onPrint(() => {
      if (paper.current !== null && isStyleLoaded(map)) drawInLight(map, { theme, locale, style, styleIn, inset }, paper.current);
    });
  }, [map, theme, locale, style, styleIn, inset]);
  return <canvas ref={paper} className={`${kit.paperOnly} ${styles.onPaper}`} aria-hidden="true" />;
}

/** How the map is drawn. */
export interface DrawnMap {
  readonly theme: ThemeName;
  readonly locale: string;
  readonly style: StyleSpecification;
  /** The same style in a theme. */
  readonly styleIn: (theme: ThemeName) => StyleSpecification;
  /** The inset on it, how it is drawn, and where. */
  readonly inset?:
    | { readonly map: MapLibreMap; readonly style: StyleSpecification; readonly place: MapPart; readonly name: string }
    | undefined;
}

/** Copies what is on the map in light colours, in one go. */
export function drawInLight(map: MapLibreMap, drawn: DrawnMap, paper: HTMLCanvasElement): void {
  const { theme, locale, style, styleIn, inset } = drawn;
  const count = compactCount(locale);
  const lightStyle = theme === 'light' ? style : styleIn('light');
  paint(map, style, lightStyle);
  if (theme !== 'light') redrawDonuts(map, 'light', count);
  copyOf(map, paper);
  paint(map, lightStyle, style);
  if (theme !== 'light') redrawDonuts(map, theme, count);
  map.triggerRepaint();
  if (inset === undefined) return;
  const copy = document.createElement('canvas');
  drawInLight(inset.map, { theme, locale, style: inset.style, styleIn: (one) => withoutNames(styleIn(one)) }, copy);
  const { left, top, right, bottom } = inset.place;
  const context = paper.getContext('2d');
  if (!context) return;
  const { card, ink, border } = mapThemes.light;
  context.scale(paper.width / map.getContainer().clientWidth, paper.height / map.getContainer().clientHeight);
  context.fillStyle = card;
  context.fillRect(left, top, right - left, bottom - top);
  context.drawImage(copy, left, top + insetHead, right - left, bottom - top - insetHead);
  context.strokeStyle = border;
  context.strokeRect(left, top, right - left, bottom - top);
  context.fillStyle = ink;
  context.font = `600 10px "Noto Sans Variable", sans-serif`;
  context.fillText(inset.name, left + 6, top + 13);
}

/** Changes colours alone: whatever else differs between two styles would load tiles again. */
function paint(map: MapLibreMap, from: StyleSpecification, to: StyleSpecification): void {
  for (const step of diff(from, to))
    if (step.command === 'setPaintProperty') map.setPaintProperty(...step.args, { validate: false });
}

/** Longer than any transition of colours, in milliseconds. */
const transition = 5_000;

function copyOf(map: MapLibreMap, paper: HTMLCanvasElement): void {
  // Begins the transition of the colours, and ends it.
  map.redraw();
  setNow(performance.now() + transition);
  map.redraw();
  restoreNow();
  const drawn = map.getCanvas();
  paper.width = drawn.width;
  paper.height = drawn.height;
  paper.getContext('2d')?.drawImage(drawn, 0, 0);
}
