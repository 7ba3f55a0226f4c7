export * from './built-in-server-error.ts';
export { fullDisk, fullDiskAtStart, watchRoom } from './full-disk.ts';
export { runningProcess, type RunningProcess } from './running-process.ts';
export * from './running-server-url.ts';
export * from './start-built-in-server.ts';
