export { PeriodPresets as default } from '../../filter/period-presets.tsx';
