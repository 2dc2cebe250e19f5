const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~";

/** The pixels of a BlurHash (https://github.com/woltapp/blurhash/blob/master/Algorithm.md), or null if it is none. */
export function pixelsOf(hash: string, width: number, height: number): Uint8ClampedArray<ArrayBuffer> | null {
  if (hash.length < 6 || [...hash].some((sign) => !DIGITS.includes(sign))) return null;
  const across = (number(hash, 0, 1) % 9) + 1;
  const down = Math.floor(number(hash, 0, 1) / 9) + 1;
  if (hash.length !== 4 + 2 * across * down) return null;
  const most = (number(hash, 1, 2) + 1) / 166;
  const colors = Array.from({ length: across * down }, (_, i) =>
    i === 0 ? direct(number(hash, 2, 6)) : alternating(number(hash, 4 + i * 2, 6 + i * 2), most),
  );
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (let i = 0; i < colors.length; i++) {
        const basis =
          Math.cos((Math.PI * x * (i % across)) / width) * Math.cos((Math.PI * y * Math.floor(i / across)) / height);
        for (let c = 0; c < 3; c++) sum[c]! += colors[i]![c]! * basis;
      }
      pixels.set([...sum.map(curved), 255], (y * width + x) * 4);
    }
  }
  return pixels;
}

const number = (hash: string, from: number, to: number): number =>
  [...hash.slice(from, to)].reduce((value, sign) => value * 83 + DIGITS.indexOf(sign), 0);

const direct = (value: number): number[] => [value >> 16, (value >> 8) & 255, value & 255].map(linear);

const alternating = (value: number, most: number): number[] =>
  [Math.floor(value / 361), Math.floor(value / 19) % 19, value % 19].map((part) => {
    const root = (part - 9) / 9;
    return Math.sign(root) * root * root * most;
  });

const linear = (value: number): number => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

const curved = (value: number): number => {
  const part = Math.max(0, Math.min(1, value));
  return 255 * (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
};
