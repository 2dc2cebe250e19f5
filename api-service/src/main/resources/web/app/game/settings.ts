import type { Difficulty, Pace, QuestionPool, Scoring, Settings } from "../client/resources";

export const PACES: { id: Pace; name: string; hint: string }[] = [
  { id: "relaxed", name: "Relaxed", hint: "30 s per question" },
  { id: "standard", name: "Standard", hint: "20 s per question" },
  { id: "fast", name: "Fast", hint: "10 s per question" },
  { id: "blitz", name: "Blitz", hint: "5 s per question" },
];
export const SCORINGS: { id: Scoring; name: string; hint: string }[] = [
  { id: "kahoot", name: "Speed counts", hint: "Up to 1,000 points, fewer the longer you take" },
  { id: "accuracy", name: "Accuracy only", hint: "Right is right, however long it takes" },
];
export const DIFFICULTIES: { id: Difficulty; name: string }[] = [
  { id: "easy", name: "Easy" },
  { id: "medium", name: "Medium" },
  { id: "hard", name: "Hard" },
];
/** What questions may be drawn; without a word, those of choices. */
export const TYPES: { id: QuestionPool; name: string }[] = [
  { id: "choice", name: "Choices" },
  { id: "numeric", name: "Numbers" },
  { id: "ordering", name: "Orders" },
  { id: "text", name: "Typed answers" },
  { id: "poll", name: "Polls" },
];
export const MAX_COUNT = 50;

/** Settings from the page's address (`?pace=blitz&count=5&scoring=accuracy&categories=science,history&types=choice,poll`). */
export function settingsFrom(search: string): Settings {
  const query = new URLSearchParams(search);
  const settings: Settings = {};
  const pace = PACES.find(({ id }) => id === query.get("pace"));
  const scoring = SCORINGS.find(({ id }) => id === query.get("scoring"));
  const count = Number(query.get("count"));
  const categories = (query.get("categories") ?? "").split(",").filter((id) => /^[a-z0-9-]{1,64}$/.test(id));
  const types = TYPES.map(({ id }) => id).filter((id) => (query.get("types") ?? "").split(",").includes(id));
  if (types.length) settings.types = types;
  if (pace) settings.pace = pace.id;
  if (scoring) settings.scoring = scoring.id;
  if (Number.isInteger(count) && count >= 1 && count <= MAX_COUNT) settings.count = count;
  if (categories.length) settings.categories = categories;
  return settings;
}

/** A PIN from the page's address (`?pin=123456`), so that a room can be shared as a link. */
export function pinFrom(search: string): string {
  const pin = new URLSearchParams(search).get("pin") ?? "";
  return /^\d{6}$/.test(pin) ? pin : "";
}
