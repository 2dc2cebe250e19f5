import type { Drawn, Solution } from "../realtime";

/**
 * Whether the revealed lineup is the one that the match was bound to before it began: the SHA-256 over the nonce and
 * every round. Null where that cannot be told (no hash seen, or a browser without WebCrypto on this address).
 */
export async function drawIsFair(hash: string | null, nonce: string | null, lineup: Drawn[]): Promise<boolean | null> {
  if (!hash || !nonce || !lineup.length || !globalThis.crypto?.subtle) return null;
  const lines = lineup.flatMap(({ round, question, choices, correct, solution }) => [
    `${round}:${question}:${correct.join(",")}`,
    ...choices,
    ...solutionLines(solution),
  ]);
  const text = new TextEncoder().encode([nonce, ...lines].map((line) => `${line}\n`).join(""));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") === hash;
}

function solutionLines(solution: Solution | null | undefined): string[] {
  if (!solution) return [];
  if (solution.value !== undefined) return [solution.value, solution.tolerance ?? ""];
  return solution.order ? [solution.order.join(",")] : (solution.accepted ?? []);
}
