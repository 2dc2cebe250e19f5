import type { Given, Solution } from "../realtime";
import type { OwnAnswer } from "./state";

/** What words about answers need to know of a round, whether it runs or was played. */
interface Asked {
  questionType?: string;
  choices?: string[] | null;
  correct?: number[] | null;
  counts?: number[] | null;
  solution?: Solution | null;
}

/** Whether the question is answered with choices of which some are right. */
export const isOfChoices = (type: string | undefined): boolean =>
  type === undefined || type === "single" || type === "multiple" || type === "boolean";

/**
 * A number as it is sent, whatever people write in their country: 3,14 is 3.14. Null if it is none, or if it is not clear
 * which one it is.
 */
export function numberOf(entered: string): string | null {
  const plain = entered.trim().replace(/[−–]/, "-").replace(/[\s\u00a0\u202f']/g, "");
  const point = plain.includes(".") ? plain : plain.replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(point) ? point : null;
}

/** What somebody answered, in words. */
export function said(given: Given, { choices }: Asked): string {
  if (given.value !== undefined) return given.value;
  if (given.text !== undefined) return given.text;
  return (given.order ?? given.choices ?? []).map((index) => choices?.[index] ?? "").join(", ");
}

/** What was right, in words; empty for a poll. */
export function solved({ solution, correct, choices }: Asked): string {
  if (solution?.value !== undefined) {
    return Number(solution.tolerance) > 0 ? `${solution.value} (± ${solution.tolerance})` : solution.value;
  }
  if (solution?.accepted) return solution.accepted.join(" · ");
  return (solution?.order ?? correct ?? []).map((index) => choices?.[index] ?? "").join(", ");
}

/** How a number or a text was answered by all. */
export function spread({ counts, solution }: Asked): string {
  if (!counts) return "";
  if (solution?.value !== undefined) return `${counts[0]} below · ${counts[1]} right · ${counts[2]} above`;
  return `${counts.reduce((sum, count) => sum + count, 0)} knew it`;
}

/** The fate of an answer in few words. */
export const fateOf = (answer: OwnAnswer): string =>
  ({ sending: "Sent…", stored: "Locked in ✓", duplicate: "Counts ✓", late: "Too late", refused: "Not counted" })[
    answer.status
  ];
