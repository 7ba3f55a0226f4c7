/** What a server says of itself now: gives the value of a metric by its name. Throws if there is no such metric. */
export async function readMetrics(address: string, signal?: AbortSignal): Promise<(name: string) => number> {
  const answer = await fetch(`${address}/metrics`, signal && { signal });
  const text = await answer.text();
  return (name) => {
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`The server has no metric ${name}.`);
    return Number(value);
  };
}
