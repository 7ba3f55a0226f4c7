/** The file name of a `Content-Disposition` header, the full one of RFC 5987 where it is given. */
export function fileName(contentDisposition: string | null): string | undefined {
  if (contentDisposition === null) return undefined;
  const full = /filename\*=UTF-8''([^;]+)/i.exec(contentDisposition)?.[1];
  if (full !== undefined) {
    try {
      return decodeURIComponent(full);
    } catch {
      // The plain name follows.
    }
  }
  return /filename="([^"]+)"/i.exec(contentDisposition)?.[1];
}
