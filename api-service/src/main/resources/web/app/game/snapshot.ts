import type { MatchSnapshot, Player } from "../realtime";
import type { GameState, OwnAnswer, RankedStanding } from "./state";

/** A fresh state from a snapshot; of the state before, only what a snapshot cannot know is kept. */
export function fromSnapshot(data: MatchSnapshot, me: string, before: GameState | null): GameState {
  const same = before?.match === data.match ? before : null;
  const sameRound = same && same.current?.round === data.current?.round;
  return {
    match: data.match,
    me,
    kind: data.kind,
    phase: data.phase,
    round: data.round,
    rounds: data.rounds,
    scoring: data.scoring,
    pin: data.pin ?? null,
    host: data.host ?? null,
    plays: data.you.role === "player" || data.players.some((player) => player.id === me),
    playerCount: data.playerCount,
    players: data.players,
    startsAt: data.startsAt ?? null,
    current: data.current ?? null,
    answers: sameRound ? same.answers : null,
    answered: sameRound ? same.answered : null,
    answer: ownAnswer(data, sameRound ? same.answer : null),
    result: sameRound ? same.result : null,
    score: data.you.score,
    rank: data.you.rank,
    standings: standings(data.players, sameRound ? same.standings : []),
    marks: same?.marks ?? {},
    hold: same?.hold ?? "none",
    resumesAt: null,
    lineupHash: same?.lineupHash ?? null,
    finished: data.phase === "finished" ? (same?.finished ?? { reason: "completed", nonce: null, lineup: [] }) : null,
    removed: null,
  };
}

function ownAnswer(data: MatchSnapshot, before: OwnAnswer | null): OwnAnswer | null {
  const stored = data.you.answer;
  if (stored && data.current) {
    const { choices, value, order, text } = stored;
    return { round: data.current.round, choices, value, order, text, status: "stored", code: null };
  }
  // An answer that is still on its way is not in the snapshot yet.
  return before;
}

function standings(players: Player[], before: RankedStanding[]): RankedStanding[] {
  const known = new Map(before.map((standing) => [standing.player, standing]));
  return [...players]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 10)
    .map(({ id, name, score, rank }) => ({
      player: id,
      name,
      score,
      rank,
      points: known.get(id)?.points ?? 0,
      moved: known.get(id)?.moved ?? 0,
    }));
}
