import type { Refusal } from "../realtime";

/** Why the page is no longer connected, and what to do, in words for its player. */
export const REFUSALS: Record<Refusal, { title: string; advice: string }> = {
  "not-understood": { title: "The game did not understand this page", advice: "Reload the page to get its newest version." },
  "signed-out": { title: "Your sign-in is no longer valid", advice: "Reload the page to sign in again." },
  "not-allowed": { title: "You may not play here", advice: "This player was shut out by the game." },
  "too-slow": { title: "The game did not hear from this page in time", advice: "Reload the page to try again." },
  elsewhere: { title: "You are playing in another window", advice: "Go on there, or reload this page to take over." },
  revoked: { title: "This device was signed out", advice: "Reload the page to sign in again." },
  "too-much": { title: "This page sent too much", advice: "Wait a moment, then reload the page." },
  closed: { title: "The game closed the connection", advice: "Reload the page to try again." },
};
