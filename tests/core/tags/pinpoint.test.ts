import { describe, expect, test } from "vitest";
import { readPinpoint, writePinpoint } from "../../../lib/core/tags/pinpoint.ts";

describe("a pinpoint is read, and written back in one form", () => {
  test.each([
    ["7", "7"],
    [" 7 ", "7"],
    ["14.1", "14.1"],
    ["P.3", "P.3"],
    ["II.3(a)", "II.3(a)"],
    ["§4", "§4"],
    ["دفعہ", "دفعہ"],
    ["7-9", "7-9"],
    ["7 - 9", "7-9"],
    ["7–9", "7-9"],
    ["7,12", "7, 12"],
    ["7, 12-14 , 3", "7, 12-14, 3"],
    ["14.1-14.3", "14.1-14.3"],
    ["007", "007"],
    ["e\u0301", "é"],
  ])("%s", (text, written) => {
    const pinpoint = readPinpoint(text);
    expect(pinpoint && writePinpoint(pinpoint)).toBe(written);
  });
});

describe("what is not a pinpoint", () => {
  test.each([
    ["nothing", ""],
    ["white space", "  "],
    ["a comma at the end", "7,"],
    ["two commas", "7,,9"],
    ["a range without an end", "7-"],
    ["a range without a beginning", "-7"],
    ["a range of three", "7-8-9"],
    ["an em dash", "7—9"],
    ["a minus sign", "7−9"],
    ["two words", "para 7"],
    ["a label that begins with a full stop", ".7"],
    ["a paragraph sign", "¶7"],
    ["markup", "<b>"],
    ["a label of more than 40 characters", "7".repeat(41)],
  ])("%s", (_, text) => {
    expect(readPinpoint(text)).toBeUndefined();
  });
});
