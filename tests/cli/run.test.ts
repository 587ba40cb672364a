import { afterEach, describe, expect, test, vi } from "vitest";
import { reportFailure } from "../../lib/cli/run.ts";

function reported(error: unknown): string {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  reportFailure(error);
  return write.mock.calls.join("");
}

afterEach(() => vi.restoreAllMocks());

describe("what stops a command is said in one line", () => {
  const inner = new Error("the disk is full");

  test.each([
    ["an error", inner, "the disk is full\n"],
    ["something else that was thrown", "no disk", "no disk\n"],
    [
      "an error with its cause",
      new Error("report.png was not made", { cause: inner }),
      "report.png was not made: the disk is full\n",
    ],
    [
      "a cause that the error tells already",
      new Error("no file (the disk is full)", { cause: inner }),
      "no file (the disk is full)\n",
    ],
    [
      "Eleventy’s way to name a cause",
      Object.assign(new Error("the plugin failed"), { originalError: inner }),
      "the plugin failed: the disk is full\n",
    ],
  ])("%s", (_, error, line) => {
    expect(reported(error)).toBe(line);
  });

  test("errors that are each other’s cause", () => {
    const outer = new Error("outer", { cause: inner });
    const round = Object.assign(new Error("inner"), { cause: outer });
    outer.cause = round;
    expect(reported(outer)).toBe("outer: inner\n");
  });
});
