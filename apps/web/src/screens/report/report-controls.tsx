import { calendarPeriodAt, calendarPeriodText, type CalendarUnit, calendarUnits, type Period, wholeOf } from '@monitor/domain';
import {
  briefFigureKey,
  briefPeriod,
  briefPeriods,
  type BriefPlace,
  briefQuery,
  type BriefSubject,
  capital,
  type Dataset,
  datasetsInScope,
  hasData,
  kindFilter,
  periodName,
} from '@monitor/findings';
import { regionsOf, siteFocus } from '@monitor/geography';
import { Link, useNavigate } from '@tanstack/react-router';
import { Download, Printer } from 'lucide-react';
import buttons from '../../controls/button.module.css';
import { useVoice } from '../../i18n/terms.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Brief } from './brief.ts';
import styles from './report-controls.module.css';
import kit from '../../styles/kit.module.css';
import { type BriefData, type BriefFigure, briefFigures, filterQuery } from '@monitor/contract';
import { useState } from 'react';
import { embeddedFont } from '../../sections/embedded-font.ts';
import { paperPicture } from '../../sections/paper-picture.ts';
import { pngOf } from '../../sections/png-of.ts';
import { saveFile } from '../../controls/save-file.ts';
import { SharePicture } from './share-picture.tsx';

/** Where and when a brief is about, and what can be done with it. Not printed. */
export function ReportControls({
  subject,
  coverage,
  datasets,
  brief,
}: {
  subject: BriefSubject;
  /** First and last day of the data of its place. */
  coverage: Period;
  datasets: readonly Dataset[];
  brief: Brief | undefined;
}) {
  const { t, i18n } = useTranslation();
  const voice = useVoice();
  const navigate = useNavigate();
  const { place, period } = subject;
  const go = (next: Partial<BriefSubject>) =>
    void navigate({ to: '/report', search: { query: briefQuery({ ...subject, ...next }) }, resetScroll: false });
  // A period without data of the new place gives way to the last one that has some.
  const goTo = (next: BriefPlace) => {
    const moved = { ...subject, place: next };
    const last = hasData(moved, datasets) ? period : briefPeriod({ ...moved, period: undefined }, datasets, [period.unit]);
    go({ place: next, period: last ?? period });
  };
  const location = place.kind === 'all' ? '' : wholeOf('region', place.code);
  const named = (codes: readonly string[]) =>
    [...new Set(codes)]
      .map((code) => ({ value: code, name: voice.place(code) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, i18n.language));
  const inScope = datasetsInScope(subject, datasets).flatMap(({ countries }) => countries);
  const locations = named([...inScope, ...(location === '' ? [] : [location])]);
  const isOfFocus = ({ value }: Option) => siteFocus().locations.includes(value);
  const others = locations.filter((one) => !isOfFocus(one));
  const ofLocation = regionsOf(location).map(({ code }) => code);
  return (
    <form
      className={`${kit.screenOnly} ${kit.ruled} ${kit.pad} ${styles.controls}`}
      aria-label={t('report.controls.label')}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice
        label={t('report.controls.place')}
        value={location}
        options={[{ value: '', name: t('report.everywhere') }, ...locations.filter(isOfFocus)]}
        others={{ heading: t('report.controls.others'), options: others }}
        onChoose={(code) => goTo(placeOf('country', code))}
      />
      {ofLocation.length === 0 ? null : (
        <Choice
          label={t('report.controls.region')}
          value={place.kind === 'region' ? place.code : ''}
          options={[{ value: '', name: t('report.controls.wholeLocation') }, ...named(ofLocation)]}
          onChoose={(code) => goTo(code === '' ? placeOf('country', location) : placeOf('region', code))}
        />
      )}
      <Choice
        label={t('report.controls.unit')}
        value={period.unit}
        options={calendarUnits.map((unit) => ({ value: unit, name: t(`report.controls.units.${unit}`) }))}
        onChoose={(unit) =>
          go({ period: calendarPeriodAt(period.to < coverage.to ? period.to : coverage.to, unit as CalendarUnit) })
        }
      />
      <Choice
        label={t('report.controls.period')}
        value={period.from}
        options={briefPeriods(subject, datasets).map((one) => ({ value: one.from, name: capital(periodName(one, voice)) }))}
        onChoose={(from) => go({ period: calendarPeriodAt(from, period.unit) })}
      />
      <span className={`${kit.tools} ${kit.push} ${styles.actions}`}>
        <button type="button" className={buttons.primary} disabled={brief === undefined} onClick={() => window.print()}>
          <Printer size={15} aria-hidden="true" />
          {t('report.controls.print')}
        </button>
        <Link className={buttons.plain} to="/explore" search={{ query: filterQuery(kindFilter('violence', subject, period)) }}>
          {t('report.controls.explore')}
        </Link>
        <PictureButton brief={brief} />
      </span>
    </form>
  );
}

function placeOf(kind: 'country' | 'region', code: string): BriefPlace {
  return code === '' ? { kind: 'all' } : { kind, code };
}

interface Option {
  readonly value: string;
  readonly name: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** Further ones, under a heading. */
  readonly others?: { readonly heading: string; readonly options: readonly Option[] };
  readonly onChoose: (value: string) => void;
  readonly action?: string;
}

function Choice({ label, value, options, others, onChoose, action }: ChoiceProps) {
  const optionOf = (one: Option) => (
    <option key={one.value} value={one.value}>
      {one.name}
    </option>
  );
  return (
    <label className={`${kit.column} ${kit.note} ${kit.least}`}>
      <span>{label}</span>
      <select
        data-action={action}
        className={`${buttons.quiet} ${styles.select}`}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map(optionOf)}
        {others === undefined || others.options.length === 0 ? null : (
          <optgroup label={others.heading}>{others.options.map(optionOf)}</optgroup>
        )}
      </select>
    </label>
  );
}

/** Saves one figure of the brief as a square picture, which the person chooses beside the button. */
function PictureButton({ brief }: { brief: Brief | undefined }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<BriefFigure>('incidents');
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const figure = brief?.data.figures.find(({ measure }) => measure === chosen);
    if (brief === undefined || figure === undefined) return;
    setFailed(false);
    await savePicture(brief, figure, t('report.picture.fileName')).catch(() => setFailed(true));
  };
  return (
    <span className={`${kit.tools} ${styles.picture}`}>
      <Choice
        label={t('report.controls.pictureOf')}
        action="picture-of"
        value={chosen}
        options={briefFigures.map((one) => ({ value: one, name: t(briefFigureKey(one), { count: 0 }) }))}
        onChoose={(value) => choose(briefFigures.find((one) => one === value) ?? 'incidents')}
      />
      <button
        type="button"
        data-action="picture"
        className={buttons.plain}
        disabled={brief === undefined}
        onClick={() => void save()}
      >
        <Download size={15} aria-hidden="true" />
        {t('report.controls.picture')}
      </button>
      {failed ? (
        <span className={kit.ink} role="alert">
          {t('report.controls.pictureFailed')}
        </span>
      ) : null}
    </span>
  );
}

/** @param fileName what its file is called, before the place */
async function savePicture(brief: Brief, figure: BriefData['figures'][number], fileName: string): Promise<void> {
  const picture = await paperPicture(<SharePicture brief={brief} figure={figure} />);
  if (picture === undefined) throw new Error('The picture was not drawn');
  const font = await embeddedFont(picture.markup);
  const svg = picture.markup.replace('>', ` font-family="'Noto Sans', sans-serif"><style>${font}</style>`);
  const { place = 'all', unit, period } = brief.data;
  saveFile(`${fileName}_${place}_${calendarPeriodText({ unit, ...period })}_${figure.measure}.png`, await pngOf(svg));
}
