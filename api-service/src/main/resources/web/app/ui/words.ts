/** Numbers and names, as the screens write them. */
const NUMBER = new Intl.NumberFormat("en");

export const points = (value: number): string => NUMBER.format(value);

export function ordinal(rank: number): string {
  const tail = rank % 100 >= 11 && rank % 100 <= 13 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[rank % 10] ?? "th");
  return `${rank}${tail}`;
}

export const seconds = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds / 1000));

export const minutes = (milliseconds: number): string => {
  const whole = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

/** `science-nature` and `Science: Computers` alike, as a title. */
export const titled = (id: string): string =>
  id.includes("-") || id === id.toLowerCase()
    ? id.replace(/-/g, " ").replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    : id;
