import type { Halt } from "../client/access";

/** Why a player is not let in, and what they may do, in words for them; `anew` is null where that is not for them to do. */
export const HALTS: Record<Halt, { title: string; advice: (name: string) => string; again: string; anew: string | null }> = {
  "signed-out": {
    title: "You were signed out",
    advice: (name) =>
      `Sign in again to go on as ${name}. If ${name} is about to be erased because you asked for it, signing in calls that off.`,
    again: "Sign in again",
    anew: "Start as a new player",
  },
  "device-refused": {
    title: "This device is not known any more",
    advice: (name) =>
      `It was signed out for good, or ${name} is not there any more. On your other devices nothing changes. Here you can start as a new player.`,
    again: "Try again",
    anew: "Start as a new player",
  },
  "put-out": {
    title: "You were put out of the game",
    advice: (name) => `${name} may not play here any more.`,
    again: "Try again",
    anew: null,
  },
};
