import { onTestFinished, vi } from 'vitest';

/** A file that was handed to the browser to save. */
interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly text: () => Promise<string>;
}

/** Keeps what is handed to the browser to save in this test, oldest first. */
export function keepSavedFiles(): readonly SavedFile[] {
  const saved: SavedFile[] = [];
  const contents = new Map<string, Blob>();
  const createObjectURL = URL.createObjectURL.bind(URL);
  const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((content) => {
    const address = createObjectURL(content);
    contents.set(address, content as Blob);
    return address;
  });
  const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const content = contents.get(this.href)!;
    saved.push({ name: this.download, type: content.type, text: () => content.text() });
  });
  onTestFinished(() => {
    made.mockRestore();
    pressed.mockRestore();
  });
  return saved;
}
