import { useEffect, useRef, useState } from 'react';
import { getBody } from '../api/client.ts';
import { saveFile } from '../controls/save-file.ts';
import { filePicker, howToSave } from './how-to-save.ts';

export type DownloadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'failed'; readonly error: unknown };

interface WantedFile {
  readonly address: string;
  readonly name: string;
  readonly mediaType: string;
  /** About how large it is. */
  readonly bytes: number;
}

/** Milliseconds between two reports of progress. */
const pause = 150;

/** A download with progress that can be cancelled. It ends with the component. @param onSaved called once the file is saved */
export function useDownload(onSaved: () => void) {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (file: WantedFile, save: (body: ReadableStream<Uint8Array>) => Promise<void>) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', bytes: 0 });
    try {
      const body = await getBody(file.address, controller.signal);
      await save(counted(body, (bytes) => setState({ kind: 'running', bytes })));
      setState({ kind: 'idle' });
      onSaved();
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', error });
    }
  };

  /** False where the browser is to follow the link on its own. */
  const start = (file: WantedFile): boolean => {
    const picker = filePicker();
    const how = howToSave(file.bytes, picker !== undefined);
    if (how === 'link' || (how === 'disk' && picker === undefined)) return false;
    if (how === 'memory')
      void run(file, async (body) => {
        const blob = await new Response(body, { headers: { 'content-type': file.mediaType } }).blob();
        saveFile(file.name, blob);
      });
    else
      picker!({ suggestedName: file.name }).then(
        (picked) => run(file, async (body) => body.pipeTo(await picked.createWritable())),
        // Closing that dialog is a decision, not a failure.
        () => undefined,
      );
    return true;
  };

  return { state, start, cancel: () => running.current?.abort() };
}

/** The same stream, which tells from time to time how much has passed. */
function counted(body: ReadableStream<Uint8Array>, tell: (bytes: number) => void): ReadableStream<Uint8Array> {
  let bytes = 0;
  let told = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.byteLength;
        controller.enqueue(piece);
        const now = performance.now();
        if (now - told < pause) return;
        told = now;
        tell(bytes);
      },
    }),
  );
}
