import type { Ack, Given, MatchEvents, Player, Presence, Progress, Result, Standing } from "../realtime";
import { isOfChoices } from "./answers";
import type { GameState, Mark, OwnAnswer, RankedStanding } from "./state";

type Folds = { [K in keyof MatchEvents]: (game: GameState, data: MatchEvents[K]) => GameState };

const FOLDS: Folds = {
  "player-joined": (game, { player, players }) => ({
    ...game,
    playerCount: players,
    players: [
      ...game.players.filter((known) => known.id !== player.id),
      { ...player, score: game.players.find((known) => known.id === player.id)?.score ?? 0, rank: players },
    ],
  }),
  "player-left": (game, { player, reason, players }) => ({
    ...game,
    playerCount: players,
    players: game.players.filter((known) => known.id !== player || game.kind === "duel"),
    removed: player === game.me ? reason : game.removed,
  }),
  starting: (game, { startsAt, rounds, scoring, lineupHash }) => ({
    ...game,
    phase: "starting",
    startsAt,
    rounds,
    scoring,
    lineupHash,
  }),
  "round-announced": (game, { rounds, ...round }) => ({
    ...game,
    phase: "announced",
    round: round.round,
    rounds,
    current: round,
    answer: null,
    answers: null,
    answered: null,
    result: null,
    resumesAt: null,
  }),
  "round-opened": (game, data) => ({ ...game, phase: "open", current: game.current && { ...game.current, ...data } }),
  "round-sealed": (game, { answers }) => ({ ...game, phase: "sealed", answers }),
  "round-revealed": (game, { standings, ...data }) => ({
    ...game,
    phase: "revealed",
    current: game.current && { ...game.current, ...data },
    players: scored(game.players, standings),
    standings: moved(standings, game.standings),
    ...own(game, standings),
    // Of other types the own result tells, which comes next.
    marks: isOfChoices(game.current?.questionType) ? { ...game.marks, [data.round]: mark(game, data.correct) } : game.marks,
  }),
  "schedule-changed": (game, { change, endsAt }) => {
    const current = game.current;
    const hold = change === "pause" || change === "end" ? change : change === "resume" ? "none" : game.hold;
    if (endsAt === null || endsAt === undefined) return { ...game, hold };
    switch (game.phase) {
      case "starting":
        return { ...game, hold, startsAt: endsAt };
      case "announced":
        return { ...game, hold, current: current && { ...current, opensAt: endsAt } };
      case "open":
        return { ...game, hold, current: current && { ...current, closesAt: endsAt } };
      case "revealed":
        return { ...game, hold, current: current && { ...current, nextAt: endsAt } };
      case "paused":
        return { ...game, hold, resumesAt: endsAt };
      default:
        return { ...game, hold };
    }
  },
  paused: (game) => ({ ...game, phase: "paused", hold: "none", resumesAt: null }),
  resumed: (game, { nextAt }) => ({ ...game, phase: "revealed", hold: "none", resumesAt: nextAt ?? null }),
  finished: (game, { reason, standings, nonce, lineup }) => ({
    ...game,
    phase: "finished",
    players: scored(game.players, standings),
    standings: standings.map((standing) => ({ ...standing, moved: 0 })),
    ...own(game, standings),
    finished: { reason, nonce, lineup },
  }),
};

/** The state after an event; an event of a kind that this page does not know changes nothing. */
export function fold(game: GameState, kind: string, data: unknown): GameState {
  const step = (FOLDS as Record<string, (game: GameState, data: unknown) => GameState>)[kind];
  return Object.hasOwn(FOLDS, kind) ? step(game, data) : game;
}

/** The player answered; nothing is known of it yet. */
export function foldGiven(game: GameState, given: Given): GameState {
  return { ...game, answer: { ...given, round: game.round, choices: given.choices ?? [], status: "sending", code: null } };
}

/** What the server made of it; where another answer stands, that one is shown. */
export function foldAck(game: GameState, ack: Ack): GameState {
  if (ack.match !== game.match || ack.round !== game.answer?.round) return game;
  const { choices, value, order, text } = ack.answer ?? game.answer;
  const answer: OwnAnswer = {
    round: ack.round,
    choices,
    value,
    order,
    text,
    status: ack.status,
    code: ack.code ?? null,
  };
  return { ...game, answer };
}

export function foldResult(game: GameState, result: Result): GameState {
  if (result.match !== game.match) return game;
  const poll = result.round === game.round && game.current?.questionType === "poll";
  const marks = {
    ...game.marks,
    [result.round]: result.answer && !poll ? (result.correct ? "right" : "wrong") : "none",
  } as const;
  if (result.round !== game.round) return { ...game, marks };
  return { ...game, marks, result, score: result.score, rank: result.rank };
}

/** How many have answered; a count that the next round has overtaken says nothing any more. */
export function foldProgress(game: GameState, progress: Progress): GameState {
  return progress.match === game.match && progress.round === game.round ? { ...game, answered: progress } : game;
}

export function foldPresence(game: GameState, { match, players }: Presence): GameState {
  return match === game.match ? { ...game, playerCount: players } : game;
}

function own(game: GameState, standings: Standing[]): { score: number; rank: number } {
  const mine = standings.find((standing) => standing.player === game.me);
  return { score: mine?.score ?? game.score, rank: mine?.rank ?? game.rank };
}

function scored(players: Player[], standings: Standing[]): Player[] {
  const lines = new Map(standings.map((standing) => [standing.player, standing]));
  return players.map((player) => {
    const line = lines.get(player.id);
    return line ? { ...player, score: line.score, rank: line.rank } : player;
  });
}

function moved(now: Standing[], before: RankedStanding[]): RankedStanding[] {
  const ranks = new Map(before.map((standing) => [standing.player, standing.rank]));
  const firstRound = before.every((standing) => standing.score === 0);
  return now.map((standing) => ({
    ...standing,
    moved: firstRound ? 0 : (ranks.get(standing.player) ?? standing.rank) - standing.rank,
  }));
}

function mark(game: GameState, correct: number[]): Mark {
  const answer = game.answer;
  if (!answer || answer.status === "late" || answer.status === "refused") return "none";
  const same = answer.choices.length === correct.length && correct.every((choice) => answer.choices.includes(choice));
  return same ? "right" : "wrong";
}
