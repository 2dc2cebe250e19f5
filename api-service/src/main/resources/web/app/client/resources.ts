/** The bodies of the REST API that the page uses. */

export type Pace = "relaxed" | "standard" | "fast" | "blitz";
export type Scoring = "kahoot" | "accuracy";
export type Difficulty = "easy" | "medium" | "hard";

export interface Settings {
  categories?: string[];
  difficulties?: Difficulty[];
  count?: number;
  language?: string;
  scoring?: Scoring;
  pace?: Pace;
}

export interface Category {
  id: string;
  name: string;
  questions: number;
}

export interface Ticket {
  id: string;
  status: "waiting" | "matched" | "cancelled";
  matchId: string | null;
  botAfter: string;
}

export interface PlayedRound {
  round: number;
  category: string;
  difficulty: string;
  type: string;
  text: string;
  choices: string[];
  correct: number[];
  explanation?: string | null;
  source?: string | null;
  licence?: string | null;
  you: { choices: number[]; elapsed: number; correct: boolean; points: number } | null;
}

export interface MatchReport {
  matchId: string;
  kind: "duel" | "room";
  phase: string;
  scoring: string;
  round: number;
  rounds: number;
  lineupHash?: string | null;
  nonce?: string | null;
  players: { playerId: string; name: string; bot: boolean; score: number; rank: number; left: boolean }[];
  roundsPlayed: PlayedRound[];
}
