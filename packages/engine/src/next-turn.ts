/** Lets whatever else waits for this thread go first. */
export async function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  // Timers wait a millisecond at least, and four where they follow each other.
  await new Promise<void>((resolve) => {
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });
  port1.close();
}
