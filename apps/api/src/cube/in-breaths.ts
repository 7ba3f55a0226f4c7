/** Milliseconds of work before others have their turn. */
const breath = 6;

/** Drives work that gives way now and then, so that requests are answered meanwhile. */
export async function inBreaths<Result>(work: Generator<void, Result, undefined>): Promise<Result> {
  for (;;) {
    const start = performance.now();
    while (performance.now() - start < breath) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
