/** The bodies of the REST API that the page uses. */
import type { GivenAnswer, Solution } from "../realtime";

export type Pace = "relaxed" | "standard" | "fast" | "blitz";
export type Scoring = "kahoot" | "accuracy";
export type Difficulty = "easy" | "medium" | "hard";
export type QuestionPool = "choice" | "numeric" | "ordering" | "text" | "poll";

export interface Settings {
  categories?: string[];
  difficulties?: Difficulty[];
  count?: number;
  language?: string;
  scoring?: Scoring;
  pace?: Pace;
  types?: QuestionPool[];
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
  credits?: string[] | null;
  solution?: Solution | null;
  you: ({ correct: boolean; points: number } & GivenAnswer) | null;
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
