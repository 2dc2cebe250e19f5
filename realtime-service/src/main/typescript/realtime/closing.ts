/** The close codes, and what a client does about each: the one place where that is decided. */

/** Why a client stays away until its user does something. */
export type Refusal =
  | "not-understood"
  | "signed-out"
  | "not-allowed"
  | "too-slow"
  | "elsewhere"
  | "revoked"
  | "too-much"
  | "closed";

export type Closing = { then: "come-back" } | { then: "new-token" } | { then: "stop"; refusal: Refusal };

const FINAL: Record<number, Refusal> = {
  4400: "not-understood",
  4403: "not-allowed",
  4408: "too-slow",
  4409: "elsewhere",
  4410: "revoked",
  4429: "too-much",
};

/**
 * 1008 and 4401 say that the token has run out: a new one helps. Of the other codes those from 4400 to 4499 say that
 * coming back would not help; everything else (1006 lost, 1012 restart, 1013 overloaded, 4503 too slow, 4504 silent,
 * 4505 overtaken) heals by connecting again.
 */
export function closing(code: number): Closing {
  if (code === 1008 || code === 4401) return { then: "new-token" };
  if (code >= 4400 && code < 4500) return { then: "stop", refusal: FINAL[code] ?? "closed" };
  return { then: "come-back" };
}
