/** Points of made-up towns: longitude, latitude, and day within ten years. The same every time. */
export function townPoints(count: number, kilometres: number, towns = 60): Record<'lon' | 'lat' | 'day', number[]> {
  const random = randomShares();
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const middles = Array.from({ length: towns }, () => [14 + 20 * random(), 42 + 8 * random()] as const);
  const degrees = kilometres / 2 / 111;
  const points = Array.from({ length: count }, () => {
    const [lon, lat] = middles[Math.floor(random() * towns)]!;
    return [
      lon + (normal() * degrees) / Math.cos((lat * Math.PI) / 180),
      lat + normal() * degrees,
      Math.floor(random() * 3650),
    ] as const;
  });
  return { lon: points.map(([lon]) => lon), lat: points.map(([, lat]) => lat), day: points.map(([, , day]) => day) };
}

/** Even numbers from 0 to before 1 (Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003). */
function randomShares(): () => number {
  let state = 2_463_534_242;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
