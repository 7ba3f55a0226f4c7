import { useAnswers } from '../filter/use-answers.ts';
import { ExploreContext, useExploreFromAddress } from '../filter/use-explore.ts';
import ExportDialog from './export-dialog.tsx';

/** The dialog on a page that has asked for nothing yet. */
export default function ExportAll() {
  const explore = useExploreFromAddress();
  const answers = useAnswers(explore);
  return (
    <ExploreContext value={explore}>
      <ExportDialog answers={answers} />
    </ExploreContext>
  );
}
