/** The close codes, and what the page does about each: the one place where that is decided. */

export type Closing = { comeBack: true } | { comeBack: false; title: string; advice: string };

const FINAL: Record<number, { title: string; advice: string }> = {
  4400: { title: "The game did not understand this page", advice: "Reload the page to get its newest version." },
  4401: { title: "Your sign-in is no longer valid", advice: "Reload the page to sign in again." },
  4403: { title: "You may not play here", advice: "This player was shut out by the game." },
  4408: { title: "The game did not hear from this page in time", advice: "Reload the page to try again." },
  4409: { title: "You are playing in another window", advice: "Go on there, or reload this page to take over." },
  4429: { title: "This page sent too much", advice: "Wait a moment, then reload the page." },
};

/**
 * Codes from 4400 say that coming back by itself would not help; everything else (1006 lost, 1008 token run out,
 * 1012 restart, 1013 overloaded, 4503 too slow) heals by connecting again.
 */
export function closing(code: number): Closing {
  const final = FINAL[code];
  if (final) return { comeBack: false, ...final };
  if (code > 4400 && code < 4500) {
    return { comeBack: false, title: "The game closed the connection", advice: "Reload the page to try again." };
  }
  return { comeBack: true };
}
