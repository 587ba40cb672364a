import { expect, test, vi } from "vitest";
import { remembered, rememberedIn } from "../../lib/core/remembered.ts";

test("what is made of an object is made once", () => {
  const make = vi.fn(({ name }: { name: string }) => ({ upper: name.toUpperCase() }));
  const made = remembered(make);
  const [one, another] = [{ name: "one" }, { name: "one" }];
  expect(made(one)).toBe(made(one));
  expect(made(another)).toEqual(made(one));
  expect(make).toHaveBeenCalledTimes(2);
});

test("and once in each language", () => {
  const make = vi.fn(({ name }: { name: string }, language: string) => `${name} ${language}`);
  const made = rememberedIn(make);
  const one = { name: "one" };
  expect([made(one, "en"), made(one, "ur"), made(one, "en")]).toEqual(["one en", "one ur", "one en"]);
  expect(make).toHaveBeenCalledTimes(2);
});
