/* Loaded before a program of the product: its clock differs from that of the machine by the milliseconds in CLOCK_SHIFT. */
const shift = Number(process.env.CLOCK_SHIFT);
const Actual = Date;

globalThis.Date = class Date extends Actual {
  constructor(...given) {
    super(...(given.length === 0 ? [Actual.now() + shift] : given));
  }

  static now() {
    return Actual.now() + shift;
  }
};
