import { type IncidentPointProperties, tileLayers } from '@monitor/contract';
import { incidentTypes, type IncidentType } from '@monitor/domain';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { Swatch } from '../../controls/swatch.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTerms } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { incidentTypeOf } from '../../styles/incident-type-tokens.ts';
import { factsLine, type Figure, pointOf } from '../figure.ts';
import { dotRadiusExpression, killedRing, radiusOf } from '../figure-size.ts';
import { Casualties } from '../figure-summary.tsx';
import buttons from '../../controls/button.module.css';
import summaries from '../figure-summary.module.css';
import kit from '../../styles/kit.module.css';
import styles from '../legend.module.css';
import type { FigureActions, LegendSignProps, MapLayer, MapStyleInput } from '../map-layer.ts';
import type { MapTheme } from '../map-theme.ts';
import { circleFade, sheetLayer, sheetSource, sheetsOf, sheetSources } from '../sheets.ts';

/** One incident drawn as a dot. */
export interface IncidentFigure extends Figure {
  readonly id: string;
  readonly type: IncidentType;
  readonly occurredOn: string;
}

const dots = 'incidents';

/** Single incidents: a dot in the colour of the type; a ring in the ink of "killed" where somebody was. */
export const incidents: MapLayer<IncidentFigure> = {
  pictures: ['circles'],
  sources: ({ sheets }) => sheetSources(sheets),
  draw: incidentLayers,
  LegendSign: KilledSign,
  figures: {
    id: dots,
    marks: 'circles',
    sourceLayer: tileLayers.incidents,
    read({ geometry, properties }) {
      const point = pointOf(geometry);
      const {
        id,
        type: code,
        amount = 1,
        killed = 0,
        injured = 0,
        killedNotReported = 0,
        injuredNotReported = 0,
        amountNotReported = 0,
        occurred_on: occurredOn,
      } = (properties ?? {}) as Partial<IncidentPointProperties>;
      if (point === undefined || id === undefined || code === undefined || occurredOn === undefined) return undefined;
      const type = incidentTypeOf(code);
      return {
        ...point,
        layer: dots,
        key: id,
        count: 1,
        amount,
        shares: [{ type, count: 1 }],
        killed,
        injured,
        notReported: { killed: killedNotReported, injured: injuredNotReported, amount: amountNotReported },
        id,
        type,
        occurredOn,
      };
    },
    radius: ({ amount, killed }, scale) => radiusOf(amount, scale) + (killed > 0 ? killedRing : 0),
    line(incident, { terms, format, actions }) {
      const { type, occurredOn } = incident;
      return factsLine([
        terms.label('type', type),
        format.date.day(occurredOn),
        actions.amountOf(incident),
        actions.pointOf(incident, 'point'),
      ]);
    },
    press({ id }, { openIncident }) {
      openIncident(id);
      return true;
    },
    popup: {
      title: 'incident.title',
      content: (incident, actions) => <IncidentSummary incident={incident} actions={actions} />,
      height: () => 150,
    },
  },
};

const someoneKilled: ExpressionSpecification = ['>', ['get', 'killed'], 0];

/** The colour of a type of incident, which is given as its code. */
function typeColour(code: ExpressionSpecification, { types }: MapTheme): ExpressionSpecification {
  const colours = incidentTypes.codes.flatMap((one) => [one, types[one]]);
  return ['match', code, ...colours, types.other] as unknown as ExpressionSpecification;
}

function incidentLayers(input: MapStyleInput): LayerSpecification[] {
  const { theme, sheets } = input;
  const stack = sheetsOf(sheets, 'circles').map((sheet) => ({
    sheet,
    from: { source: sheetSource(sheet), 'source-layer': tileLayers.incidents },
    seen: circleFade(sheet, input),
  }));
  return [
    ...stack.map(({ sheet, from, seen }): LayerSpecification => ({
      id: sheetLayer('incidents-killed', sheet),
      type: 'circle',
      ...from,
      filter: someoneKilled,
      paint: {
        ...seen,
        'circle-radius': ['+', dotRadiusExpression(sheet.scale), killedRing - 1],
        'circle-color': theme.card,
        'circle-stroke-color': theme.red,
        'circle-stroke-width': 1.5,
      },
    })),
    ...stack.map(({ sheet, from, seen }): LayerSpecification => ({
      id: sheetLayer(dots, sheet),
      type: 'circle',
      ...from,
      layout: { 'circle-sort-key': ['coalesce', ['get', 'amount'], ['get', 'killed']] },
      paint: {
        ...seen,
        'circle-radius': dotRadiusExpression(sheet.scale),
        'circle-color': typeColour(['get', 'type'], theme),
        'circle-stroke-color': theme.card,
        'circle-stroke-width': ['case', someoneKilled, 0, 1],
      },
    })),
  ];
}

/** The ring; the colours of the types are named for dots and circles together. */
function KilledSign({ figures }: LegendSignProps) {
  const { t } = useTranslation('map');
  if (!figures.some(({ count, killed }) => count === 1 && killed > 0)) return null;
  return (
    <li>
      <span className={styles.killed} aria-hidden />
      {t('legend.killed')}
    </li>
  );
}

/** A single incident, and the way to its record. */
function IncidentSummary({ incident, actions }: { readonly incident: IncidentFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const terms = useTerms();
  const { date } = useFormat();
  const amount = actions.amountOf(incident);
  return (
    <div className={kit.stack}>
      <div>
        <p className={`${summaries.title} ${kit.row} ${summaries.type}`}>
          <Swatch type={incident.type} />
          {terms.label('type', incident.type)}
        </p>
        <p className={kit.quiet}>{date.day(incident.occurredOn)}</p>
        {amount !== undefined && <p className={kit.quiet}>{amount}</p>}
      </div>
      <Casualties figure={incident} />
      <div className={`${kit.tools} ${kit.top1}`}>
        <button
          type="button"
          className={`${buttons.plain} ${kit.grow} ${kit.nowrap}`}
          onClick={() => actions.openIncident(incident.id)}
        >
          {t('incident.open')}
        </button>
      </div>
    </div>
  );
}
