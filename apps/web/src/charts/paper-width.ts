/** Width of most pictures in a file, in pixels. */
export const paperWidth = 520;
