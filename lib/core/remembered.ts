/** A function of an object that works its value out once, and gives the same again for as long as the object is there. */
export function remembered<One extends object, Value>(make: (one: One) => Value): (one: One) => Value {
  const known = new WeakMap<One, Value>();
  return (one) => {
    const value = known.get(one);
    if (value !== undefined) return value;
    const made = make(one);
    known.set(one, made);
    return made;
  };
}

/** As {@link remembered}, of an object in a language. */
export function rememberedIn<One extends object, Value>(
  make: (one: One, language: string) => Value,
): (one: One, language: string) => Value {
  const inLanguage = new Map<string, (one: One) => Value>();
  return (one, language) => {
    const known = inLanguage.get(language) ?? remembered((another: One) => make(another, language));
    inLanguage.set(language, known);
    return known(one);
  };
}
