/** What some browsers tell of the connection. */
interface Connection {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

function connectionNow(): Connection | undefined {
  return (navigator as Navigator & { connection?: Connection }).connection;
}

/** Whether the person has asked for few bytes, or pays for each. */
export function savesData(): boolean {
  const { saveData, type } = connectionNow() ?? {};
  return saveData === true || type === 'cellular';
}

/** Whether bytes that could be done without cost nobody much. Browsers that say nothing are taken for well connected where there is a mouse. */
export function isWellConnected(): boolean {
  const connection = connectionNow();
  if (connection?.effectiveType === undefined) return window.matchMedia('(hover: hover)').matches && !savesData();
  return connection.effectiveType === '4g' && !savesData();
}
