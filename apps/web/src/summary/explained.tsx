import { Explanation } from '../controls/explanation.tsx';

/**
 * A few words under a figure, and a sign that opens the sentences behind them.
 * @param label name of the sign, for who cannot see what it stands beside
 */
export function Explained({ text, explanation, label }: { text: string; explanation: string; label: string }) {
  return (
    <>
      {text}
      <Explanation label={label} text={explanation} />
    </>
  );
}
