import { cpus, totalmem, type as systemName } from 'node:os';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { medianOf } from '../timing.ts';

export interface MeasuredWith {
  readonly cores: number;
  readonly processor: string;
  readonly date: string;
}

export interface Machine extends MeasuredWith {
  /** Bytes. */
  readonly memory: number;
  readonly system: string;
  /** Bytes per second that one thread reads and writes. */
  readonly bandwidth: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() || 'unknown processor',
    memory: totalmem(),
    system: systemName(),
    date: new Date().toISOString().slice(0, 10),
    bandwidth: memoryBandwidth(),
  };
}

/** Where and when something was measured, as a sentence. */
export function measuredOn({ date, cores, processor }: MeasuredWith): string {
  return `Measured on ${date} with ${cores} cores of ${processor}.`;
}

/** Measured by copying a block far larger than the processor's caches; each byte is read and written once. */
function memoryBandwidth(): number {
  const source = new Uint8Array(256 * 1024 * 1024).fill(1);
  const target = new Uint8Array(source.length);
  const rates = Array.from({ length: 9 }, () => {
    const start = performance.now();
    target.set(source);
    return (2 * source.length) / ((performance.now() - start) / 1000);
  });
  return medianOf(rates);
}

/** Version of a package that this one depends on. */
export function versionOf(name: string): string {
  const path = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url));
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
