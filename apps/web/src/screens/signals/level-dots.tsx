import { type SignalLevel, signalLevels } from '@monitor/contract';

/** One to three of three dots filled, beside the words that say the same. */
export function LevelDots({ level }: { level: SignalLevel }) {
  const filled = signalLevels.indexOf(level);
  return (
    <svg viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
      {signalLevels.map((name, at) => (
        <circle key={name} cx={5 + 13 * at} cy="5" r="4" stroke="currentColor" fill={at <= filled ? 'currentColor' : 'none'} />
      ))}
    </svg>
  );
}
