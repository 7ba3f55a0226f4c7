import type { AreaRate, MapRates } from '@monitor/contract';
import { leastOnMap } from '@monitor/findings';
import { isHome } from '@monitor/geography';
import { useRouter } from '@tanstack/react-router';
import { type CSSProperties, type MouseEvent, type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { type AtlasFile, landAreas } from './atlas.ts';
import { rateBounds, rateClass } from './rate-classes.ts';
import { countBounds } from './shading.ts';
import { legendHeight, RateMapLegend } from './rate-map-legend.tsx';
import { mustBeNamed, rateMapLayout, type DrawnFrame } from './rate-map-layout.ts';
import { insetPadding, margin, shapeOf } from './rate-map-frames.ts';
import { labelSizes, type LabelSize, type PlacedLabel } from './rate-map-labels.ts';
import { rateIn, type RateMapProps } from './rate-map-props.ts';
import styles from './rate-map.module.css';
import inks from '../styles/drawing.module.css';
import kit from '../styles/kit.module.css';

/** The map itself, in the size of its frame. All that it says stands in its table, too; it is for eyes and pointers. */
export function RateMapPicture({ atlas, ...props }: RateMapProps & { readonly atlas: AtlasFile }) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => setSize({ width: Math.round(element.clientWidth), height: Math.round(element.clientHeight) });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className={styles.room} style={size && landShape(atlas, props.rates, size.width)}>
      {size === undefined || size.width === 0 ? null : isDrawn(atlas, props) ? (
        <Picture atlas={atlas} size={size} {...props} />
      ) : (
        <NoOutlines />
      )}
    </div>
  );
}

/** Room for names above and below such land, in pixels. */
const ofNames = 20;

/** Elsewhere, land that is wider than the picture makes it less high. */
function landShape(atlas: AtlasFile, { locations }: MapRates, width: number): CSSProperties {
  const shape = locations.every(isHome)
    ? undefined
    : shapeOf(landAreas(atlas).filter(({ properties }) => locations.includes(properties.code)));
  if (shape === undefined) return {};
  const height = (width - 2 * margin) / shape + 2 * (margin + ofNames) + legendHeight;
  return { '--land-shape': width / height } as CSSProperties;
}

/** Whether the atlas has one of the locations. It ends around South-East and Eastern Europe. */
function isDrawn(atlas: AtlasFile, { rates }: RateMapProps): boolean {
  return landAreas(atlas).some(({ properties: { code } }) => rates.locations.includes(code));
}

function NoOutlines() {
  const { t } = useTranslation();
  return <p data-rate-map>{t('rateMap.noOutlines')}</p>;
}

interface PictureProps extends RateMapProps {
  readonly atlas: AtlasFile;
  readonly size: { readonly width: number; readonly height: number };
}

function Picture({ atlas, rates, many, addressOf, size }: PictureProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const id = useId();
  const fills = { few: `url(#${id}dots)`, unknown: `url(#${id}hatch)`, short: `url(#${id}hatch)`, part: `url(#${id}hatch)` };
  const layout = useMemo(() => {
    const isOfCounts = rates.shows === 'counts';
    const isNeeded = mustBeNamed(rates, size.width);
    const textOf = (code: string) => {
      const rate = rateIn(rates, code);
      const figure = isOfCounts
        ? rate.events === 0
          ? ''
          : number.count(rate.events)
        : rate.kind === 'rate'
          ? number.rate(rate.rate)
          : t('rateMap.none');
      return { name: terms.place(code), figure, isNeeded: isNeeded(code) };
    };
    const moved = { same: t('rateMap.moved.same'), other: t('rateMap.moved.other'), own: t('rateMap.moved.own') };
    const map = { width: size.width, height: size.height - legendHeight };
    return rateMapLayout(atlas, rates, { textOf, nameOf: terms.place, moved }, map);
  }, [atlas, rates, size, number, t, terms]);
  const shown = layout.frames.flatMap(({ areas }) => areas.map(({ code }) => rateIn(rates, code)));
  const isOfCounts = rates.shows === 'counts';
  const bounds = isOfCounts
    ? countBounds(shown.map(({ events }) => events))
    : rateBounds(shown.flatMap((one) => (one.kind === 'rate' ? one.rate : [])));
  const textures = (['few', 'unknown', 'short', 'part'] as const)
    .filter((kind) => !isOfCounts && shown.some((one) => one.kind === kind))
    .map((kind) => ({ fill: fills[kind], text: t(`rateMap.texture.${kind}`, { least: leastOnMap }) }));
  const lookOf = (code: string) => {
    const rate = rateIn(rates, code);
    if (isOfCounts) return { class: rateClass(rate.events, bounds) };
    return rate.kind === 'rate' ? { class: rateClass(rate.rate, bounds) } : { fill: fills[rate.kind] };
  };
  const describe = (code: string) => `${terms.place(code)}: ${areaWords(rateIn(rates, code))}`;
  function areaWords(rate: AreaRate): string {
    const events = number.count(rate.events);
    if (isOfCounts) return t('rateMap.area.counts', { events });
    if (rate.kind !== 'rate') return t(`rateMap.area.${rate.kind}`, { events });
    const values = { rate: number.rate(rate.rate), low: number.rate(rate.low), high: number.rate(rate.high), events };
    return t('rateMap.area.rate', values);
  }
  return (
    <svg className={kit.fill} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" data-rate-map>
      <Textures id={id} />
      {layout.frames.map((frame, index) => (
        <FramePicture
          key={frame.locations.join()}
          frame={frame}
          clip={`${id}clip${index}`}
          classOf={lookOf}
          describe={describe}
          addressOf={addressOf}
        />
      ))}
      <rect className={`${inks.grid} ${inks.unfilled}`} x={0.5} y={0.5} width={layout.width - 1} height={layout.height - 1} />
      <g transform={`translate(0 ${layout.height})`}>
        <RateMapLegend
          width={layout.width}
          unit={t(`rateMap.unit.${rates.shows}`, { many })}
          bounds={bounds.map(String)}
          textures={textures}
        />
      </g>
      {layout.neighbours.map((label) => (
        <Label key={label.on} label={label} letters="small" isNeighbour />
      ))}
      {layout.labels.map((label) => (
        <Label
          key={`${label.lines.join(' ')} ${label.figure}`}
          label={label}
          letters={layout.letters}
          // On a location its regions have colours of their own.
          shade={label.on === undefined || rates.locations.length > 1 ? undefined : lookOf(label.on).class}
        />
      ))}
    </svg>
  );
}

/** Dots are too few for a rate, lines are not known; on the colour of the land. */
function Textures({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}dots`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className={styles.blank} width="5" height="5" />
        <circle className={`${inks.faint} ${styles.ink}`} cx="1.6" cy="1.6" r="0.8" />
      </pattern>
      <pattern id={`${id}hatch`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={styles.blank} width="5" height="5" />
        <rect className={`${inks.faint} ${styles.ink}`} width="1" height="5" />
      </pattern>
    </defs>
  );
}

interface FramePictureProps {
  readonly frame: DrawnFrame;
  readonly clip: string;
  readonly classOf: (code: string) => { readonly class?: number; readonly fill?: string };
  readonly describe: (code: string) => string;
  readonly addressOf: RateMapProps['addressOf'];
}

function FramePicture({ frame, clip, classOf, describe, addressOf }: FramePictureProps) {
  const { t } = useTranslation();
  const { left, top, width, height } = frame.box;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={left} y={top} width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect className={styles.sea} x={left} y={top} width={width} height={height} />
        <path className={styles.land} d={frame.land} />
        <path className={`${inks.unfilled} ${styles.otherLines}`} d={frame.lines.others} />
        {frame.areas.map(({ code, path }) => {
          const shown = classOf(code);
          const area = (
            <path key={code} className={styles.area} data-class={shown.class} fill={shown.fill} d={path} data-area={code}>
              <title>{describe(code)}</title>
            </path>
          );
          return addressOf === undefined ? (
            area
          ) : (
            <AreaLink key={code} address={addressOf(code)} label={describe(code)}>
              {area}
            </AreaLink>
          );
        })}
        <path className={`${inks.edge} ${inks.unfilled} ${styles.regionLines}`} d={frame.lines.regions} />
        <path className={`${inks.unfilled} ${styles.outlines}`} d={frame.lines.outlines} />
        <path className={`${inks.unfilled} ${styles.outlines}`} d={frame.lines.disputed} data-disputed />
      </g>
      {frame.isInset ? (
        <>
          <rect className={`${inks.base} ${inks.unfilled}`} x={left} y={top} width={width} height={height} />
          <text className={inks.print} x={left + insetPadding} y={top + height - 6}>
            {t(`rateMap.moved.${frame.scale}`)}
          </text>
        </>
      ) : null}
    </g>
  );
}

function AreaLink({
  address,
  label,
  children,
}: {
  readonly address: string;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(address);
  };
  return (
    <a href={address} tabIndex={-1} aria-label={label} onClick={go}>
      {children}
    </a>
  );
}

interface LabelProps {
  readonly label: PlacedLabel;
  readonly letters: LabelSize;
  /** The class of the area under it. */
  readonly shade?: number | undefined;
  readonly isNeighbour?: boolean;
}

function Label({ label, letters, shade, isNeighbour = false }: LabelProps) {
  const { font, line } = labelSizes[letters];
  const { lines, figure, isInline, box, leader } = label;
  const isTitle = lines.length === 0;
  const x = isTitle ? box.left + insetPadding : box.left + box.width / 2;
  const place = (at: number) => ({ x: round(x), y: round(box.top + (at + (isTitle ? 1.1 : 0.8)) * line) });
  return (
    <g
      className={`${isNeighbour ? inks.faint : inks.ink} ${styles.label}`}
      fontSize={font}
      textAnchor={isTitle ? 'start' : 'middle'}
      data-class={shade}
    >
      {leader === undefined ? null : (
        <>
          <path
            className={`${inks.rule} ${inks.unfilled} ${styles.leader}`}
            d={`M${leader[0].map(round).join(' ')}L${leader[1].map(round).join(' ')}`}
          />
          <circle className={styles.dot} cx={round(leader[0][0])} cy={round(leader[0][1])} r="2" />
        </>
      )}
      <text>
        {lines.map((text, index) => (
          <tspan key={text} {...place(index)}>
            {text}
          </tspan>
        ))}
        {figure === '' ? null : (
          <tspan className={styles.figure} {...(isInline && !isTitle ? { dx: font / 3 } : place(lines.length))}>
            {figure}
          </tspan>
        )}
      </text>
    </g>
  );
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;
