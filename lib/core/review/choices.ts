import { writePinpoint, type PinpointPart } from "../tags/pinpoint.ts";
import { shorten } from "../text/shorten.ts";
import { formerAnswer, type Answer, type Question } from "./question.ts";
import { paragraphToday, type SourceReview } from "./source-review.ts";

/** One way to answer a question. */
export interface Choice {
  readonly label: string;
  /** `another`: a label or range that the person writes; `leave`: no answer now. */
  readonly reply: Answer | "another" | "leave";
}

/** All ways to answer a question, what is suggested first. */
export function choicesOf(question: Question, review: SourceReview): Choice[] {
  const others: Choice[] = [
    { label: question.kind === "range" ? "Write another range" : "Write another label", reply: "another" },
    { label: "Leave it open (nothing of this source is written)", reply: "leave" },
  ];
  if (question.kind === "paragraph") others.splice(1, 0, { label: "Its words are gone", reply: { kind: "gone" } });
  return [...placesFor(question, review), ...others];
}

function placesFor(question: Question, review: SourceReview): Choice[] {
  switch (question.kind) {
    case "paragraph":
      return paragraphsFor(question, review);
    case "range":
      return question.suggestion
        ? [
            {
              label: `It is ¶${writePinpoint([question.suggestion])}`,
              reply: { kind: "is", part: question.suggestion },
            },
          ]
        : [];
    case "citation": {
      const { former, today, why, written } = question;
      const known = former ? named(former, review) : "whatever is decided of that";
      return [
        ...(former || why === "again"
          ? [{ label: `It means what was ¶${written} before: ${known}`, reply: formerAnswer(question) }]
          : []),
        ...(today
          ? [
              {
                label: `It means the ¶${written} of today: ${named(today, review)}`,
                reply: { kind: "is", part: today } as const,
              },
            ]
          : []),
      ];
    }
  }
}

function paragraphsFor(
  { state, label, suggestion }: Extract<Question, { kind: "paragraph" }>,
  review: SourceReview,
): Choice[] {
  const candidates = state.kind === "ambiguous" ? state.candidates.map(({ to }) => to) : [];
  const labels = new Set([...(suggestion ? [suggestion.from] : []), ...candidates, label]);
  return [...labels]
    .filter((one) => review.source.byLabel.has(one))
    .map((from) => ({
      label: `${from === suggestion?.from ? "Accept: it is" : "It is"} ${named({ from }, review)}`,
      reply: { kind: "is", part: { from } },
    }));
}

/** `¶7 The depth of the channel…` */
function named(part: PinpointPart, review: SourceReview): string {
  return `¶${writePinpoint([part])}: ${shorten(paragraphToday(review, part.from)?.text ?? "", 40)}`;
}
