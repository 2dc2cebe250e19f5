/** The messages of subprotocol trivia.v1, as a client reads and writes them. Times are epoch milliseconds. */

export type Phase = "lobby" | "starting" | "announced" | "open" | "sealed" | "revealed" | "paused" | "finished";
export type QuestionType = "single" | "multiple" | "boolean" | "numeric" | "ordering" | "text" | "poll";
export type AckStatus = "stored" | "duplicate" | "late" | "refused";

/** Where in a stream somebody is: the epoch tells a restored database from the old one. */
export interface Position {
  stream: string;
  epoch: number;
  seq: number;
}

/** What was answered: one of these, by the type of the question. A number is a text with a point. */
export interface Given {
  choices?: number[];
  value?: string;
  order?: number[];
  text?: string;
}

/** An answer as it counts; `choices` is empty where one of the others says it. */
export interface GivenAnswer extends Given {
  choices: number[];
  elapsed: number;
}

/** The slider on which a number is set. */
export interface NumberScale {
  min: string;
  max: string;
  step: string;
}

/** What was right where choices cannot say it. */
export interface Solution {
  value?: string;
  tolerance?: string;
  order?: number[];
  accepted?: string[];
}

export interface AnswerMessage extends Given {
  type: "answer";
  id: string;
  match: string;
  round: number;
  elapsed: number;
}

export interface Ack {
  id: string;
  status: AckStatus;
  match: string;
  round: number;
  answer: GivenAnswer | null;
  code?: string | null;
}

export interface Result {
  match: string;
  round: number;
  answer: GivenAnswer | null;
  correct: boolean;
  points: number;
  score: number;
  rank: number;
}

export interface ProtocolError {
  code: string;
  message: string;
  id?: string | null;
}

/** The host's words, as they are to be shown: text, never markup. */
export interface Announcement {
  match: string;
  text: string;
  at: number;
}

/** How many have answered the open round so far; only the newest counts. */
export interface Progress {
  match: string;
  round: number;
  answered: number;
  players: number;
}

/** How many players there are; in large rooms instead of `player-joined` and `player-left`. */
export interface Presence {
  match: string;
  players: number;
}

export interface Player {
  id: string;
  name: string;
  bot: boolean;
  score: number;
  rank: number;
}

export interface Standing {
  player: string;
  name: string;
  score: number;
  points: number;
  rank: number;
}

/** The picture or video of a question: its files may be fetched without a token. */
export interface RoundMedia {
  kind: "picture" | "video";
  alternative?: string;
  width?: number;
  height?: number;
  /** A BlurHash. */
  placeholder?: string;
  /** The colour that covers most, #rrggbb. */
  color?: string;
  /** The smallest first. */
  files: RoundMediaFile[];
}

export interface RoundMediaFile {
  url: string;
  type: string;
  width?: number;
  height?: number;
}

export interface Round {
  round: number;
  category: string;
  difficulty: string;
  questionType: QuestionType;
  text: string;
  opensAt: number;
  limit: number;
  choices?: string[] | null;
  openedAt?: number | null;
  closesAt?: number | null;
  correct?: number[] | null;
  counts?: number[] | null;
  explanation?: string | null;
  nextAt?: number | null;
  media?: RoundMedia;
  credits?: string[];
  slider?: NumberScale | null;
  maxLength?: number | null;
  solution?: Solution | null;
}

export interface MatchSnapshot {
  match: string;
  kind: "duel" | "room" | "solo";
  phase: Phase;
  round: number;
  rounds: number;
  scoring: string;
  pin?: string | null;
  host?: string | null;
  playerCount: number;
  players: Player[];
  startsAt?: number | null;
  current?: Round | null;
  you: { role: "player" | "host"; answer: GivenAnswer | null; score: number; rank: number };
}

export type EndReason = "completed" | "ended" | "abandoned";

/** A question as it was drawn before the match; revealed at the end, so that everybody can check the draw. */
export interface Drawn {
  round: number;
  question: string;
  choices: string[];
  correct: number[];
  solution?: Solution | null;
}

/** What each kind of event on a match's stream carries. */
export interface MatchEvents {
  "player-joined": { player: { id: string; name: string; bot: boolean }; players: number };
  "player-left": { player: string; reason: "left" | "kicked"; players: number };
  starting: { startsAt: number; rounds: number; scoring: string; lineupHash: string };
  "round-announced": {
    round: number;
    rounds: number;
    category: string;
    difficulty: string;
    questionType: QuestionType;
    text: string;
    opensAt: number;
    limit: number;
    media?: RoundMedia;
  };
  "round-opened": {
    round: number;
    choices: string[];
    openedAt: number;
    closesAt: number;
    slider?: NumberScale | null;
    maxLength?: number | null;
  };
  "round-sealed": { round: number; answers: number };
  "round-revealed": {
    round: number;
    correct: number[];
    choices: string[];
    counts: number[];
    explanation?: string | null;
    standings: Standing[];
    nextAt: number;
    credits?: string[];
    solution?: Solution | null;
  };
  "schedule-changed": { change: "pause" | "resume" | "skip" | "end"; endsAt: number | null };
  paused: Record<string, never>;
  resumed: { nextAt?: number | null };
  finished: { reason: EndReason; standings: Standing[]; nonce: string; lineup: Drawn[] };
}

/** What each kind of event on a player's own stream carries. */
export interface PlayerEvents {
  "match-found": { match: string; kind: "duel" | "room" };
  "match-left": { match: string };
  "device-added": { device: string; name: string | null };
  "device-signed-out": { device: string; reason: "revoked" | "token-reused" };
  "identity-linked": { identity: string; provider: string };
  "identity-unlinked": { identity: string };
  "export-ready": { keptUntil: number };
  "medium-changed": { medium: string; status: "ready" | "refused"; review: "pending" | "approved" | "refused" };
  "player-merged": { from: string; into: string };
  "stream-withdrawn": { stream: string };
}

/** How many items of a file were read, and what became of them. */
export interface ImportFigures {
  read: number;
  added: number;
  duplicates: number;
  refused: number;
}

/** What each kind of event on the stream `import:…` of a file of questions carries. */
export interface ImportEvents {
  "import-accepted": { name: string; format: string; dryRun: boolean };
  "import-progress": ImportFigures;
  "import-ended": { outcome: "complete" | "interrupted" | "cancelled" } & ImportFigures;
}

/** What each kind of event on the stream `publication:…` of a quiz that is being published carries. */
export interface PublicationEvents {
  "publication-accepted": { quiz: string; revision: number };
  "publication-step": { step: string; done: number; of: number };
  "publication-ended": {
    outcome: "published" | "failed" | "cancelled";
    version: number | null;
    problem: string | null;
    detail: string | null;
  };
}

/** What each kind of event on the stream `media:…` of a picture or video carries. */
export interface MediaEvents {
  "media-arrived": { kind: "picture" | "video"; bytes: number };
  "media-ready": { review: "pending" | "approved" | "refused" };
  "media-refused": { reason: string };
  "media-reviewed": { review: "pending" | "approved" | "refused" };
  "media-removed": Record<string, never>;
}

/** What a stream came to that is neither a match's nor a player's: its newest events, in their order. */
export interface StreamSnapshot {
  events: { seq: number; kind: string; data: unknown }[];
}

export type ServerMessage =
  | { type: "welcome"; session: string; player: string; now: number; heartbeat: number; expires: number }
  | ({ type: "snapshot"; data: unknown } & Position)
  | ({ type: "event"; kind: string; data: unknown } & Position)
  | { type: "resumed" }
  | ({ type: "ack" } & Ack)
  | ({ type: "result" } & Result)
  | { type: "heartbeat"; now: number; sent: number | null }
  | ({ type: "error" } & ProtocolError)
  | { type: "move"; within: number }
  | ({ type: "announcement" } & Announcement)
  | ({ type: "progress" } & Progress)
  | ({ type: "presence" } & Presence)
  | { type: "pong"; body: string }
  | { type: "renewed"; expires: number }
  | { type: "unwatched"; stream: string };

export type ClientMessage =
  | { type: "hello"; resume?: Position[] }
  | { type: "join"; id: string; match: string }
  | AnswerMessage
  | ({ type: "resume" } & Position)
  | { type: "heartbeat"; sent: number; streams?: Position[] }
  | { type: "announce"; id: string; match: string; text: string }
  | { type: "ping"; body: string }
  | { type: "renew"; id: string; token: string }
  | { type: "watch"; id: string; stream: string }
  | { type: "unwatch"; stream: string };
