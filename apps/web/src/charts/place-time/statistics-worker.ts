import { answerTask, type StatisticsMessage, type StatisticsTask } from './statistics-task.ts';

/* A thread of its own for one task: whoever wants it to stop ends the thread. */

function say(message: StatisticsMessage): void {
  postMessage(message);
}

addEventListener('message', ({ data }: MessageEvent<StatisticsTask>) => {
  try {
    say({ answer: answerTask(data, (share) => say({ share })) });
  } catch (error) {
    say({ failure: String(error) });
  }
});
