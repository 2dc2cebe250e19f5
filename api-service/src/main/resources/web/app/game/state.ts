import type { AckStatus, Drawn, EndReason, Given, Phase, Player, Progress, Result, Round, Standing } from "../realtime";

/** The player's own answer in the present round, and how far it got. */
export interface OwnAnswer extends Given {
  round: number;
  choices: number[];
  status: "sending" | AckStatus;
  code: string | null;
}

/** A line of the standings with how many places it went up (positive) or down since the round before. */
export interface RankedStanding extends Standing {
  moved: number;
}

export type Mark = "right" | "wrong" | "none";

/** A match as this player sees it: snapshot and events folded into one value. Nothing changes it but `fold`. */
export interface GameState {
  match: string;
  me: string;
  kind: "duel" | "room" | "solo";
  phase: Phase;
  round: number;
  rounds: number;
  scoring: string;
  pin: string | null;
  host: string | null;
  plays: boolean;
  playerCount: number;
  players: Player[];
  startsAt: number | null;
  current: Round | null;
  answers: number | null;
  /** How many have answered the open round so far, as far as the page was told. */
  answered: Progress | null;
  answer: OwnAnswer | null;
  result: Result | null;
  score: number;
  rank: number;
  standings: RankedStanding[];
  marks: Record<number, Mark>;
  hold: "none" | "pause" | "end";
  resumesAt: number | null;
  lineupHash: string | null;
  finished: { reason: EndReason; nonce: string | null; lineup: Drawn[] } | null;
  removed: "left" | "kicked" | null;
}

export const isHost = (game: GameState): boolean => game.host === game.me;

/** The one player across the table in a duel. */
export const opponent = (game: GameState): Player | undefined =>
  game.players.find((player) => player.id !== game.me);

export const ownStanding = (game: GameState): RankedStanding | undefined =>
  game.standings.find((standing) => standing.player === game.me);

/** When the present phase ends by the server's clock, as far as the page knows. */
export function phaseEnds(game: GameState): number | null {
  const round = game.current;
  switch (game.phase) {
    case "starting":
      return game.startsAt;
    case "announced":
      return round?.opensAt ?? null;
    case "open":
      return round?.closesAt ?? null;
    case "revealed":
      return round?.nextAt ?? null;
    case "paused":
      return game.resumesAt;
    default:
      return null;
  }
}
