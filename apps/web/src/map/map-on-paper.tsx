import { diff } from '@maplibre/maplibre-gl-style-spec';
import { type Map as MapLibreMap, restoreNow, setNow, type StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { onPrint } from '../controls/printing.ts';
import { compactCount, redrawDonuts } from './donut-pictures.ts';
import kit from '../styles/kit.module.css';
import styles from './incident-map.module.css';
import type { ThemeName } from './map-theme.ts';
import { isStyleLoaded } from './use-map-style.ts';

interface MapOnPaperProps extends DrawnMap {
  readonly map: MapLibreMap | null;
}

/**
 * The map as it is printed: a copy of what is on the screen, in light colours. A browser does not print what WebGL has drawn and already
 * shown, and waits for nothing before it prints, so the copy is taken in one go.
 */
export function MapOnPaper({ map, theme, locale, style, styleIn }: MapOnPaperProps) {
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!map) return undefined;
    return onPrint(() => {
      if (paper.current !== null && isStyleLoaded(map)) drawInLight(map, { theme, locale, style, styleIn }, paper.current);
    });
  }, [map, theme, locale, style, styleIn]);
  return <canvas ref={paper} className={`${kit.paperOnly} ${styles.onPaper}`} aria-hidden="true" />;
}

/** How the map is drawn. */
export interface DrawnMap {
  readonly theme: ThemeName;
  readonly locale: string;
  readonly style: StyleSpecification;
  /** The same style in a theme. */
  readonly styleIn: (theme: ThemeName) => StyleSpecification;
}

/** Copies what is on the map in light colours, in one go. */
export function drawInLight(map: MapLibreMap, { theme, locale, style, styleIn }: DrawnMap, paper: HTMLCanvasElement): void {
  const count = compactCount(locale);
  const lightStyle = theme === 'light' ? style : styleIn('light');
  paint(map, style, lightStyle);
  if (theme !== 'light') redrawDonuts(map, 'light', count);
  copyOf(map, paper);
  paint(map, lightStyle, style);
  if (theme !== 'light') redrawDonuts(map, theme, count);
  map.triggerRepaint();
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
