/** The rules for display names, told before the server has to. */
export const NAME_MIN = 3;
export const NAME_MAX = 24;

const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

export function tidy(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/gu, " ");
}

/** What is wrong with a name, or null. */
export function nameFault(name: string): string | null {
  const length = [...tidy(name)].length;
  if (length === 0) return "Pick a name first.";
  if (CONTROL.test(name)) return "This name holds invisible characters. Please type it again.";
  if (length < NAME_MIN) return `A name has at least ${NAME_MIN} characters.`;
  if (length > NAME_MAX) return `A name has at most ${NAME_MAX} characters. This one has ${length}.`;
  return null;
}
