/** Works something out of a part of a mapping when it is first needed, and not again for every row. */
export function onceForEach<Part extends object, Value>(make: (part: Part) => Value): (part: Part) => Value {
  const made = new WeakMap<Part, { readonly value: Value }>();
  return (part) => {
    const known = made.get(part) ?? { value: make(part) };
    made.set(part, known);
    return known.value;
  };
}
