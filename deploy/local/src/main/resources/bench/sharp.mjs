// What api-service makes of a picture, made with npm sharp: three sizes in WebP and JPEG, each from the one before, a BlurHash
// and the dominant colour. It reads lines "folder seconds", works on the pictures there in turn, one at a time, and says how
// many it did in how many nanoseconds.
import sharp from 'sharp';
import { encode } from 'blurhash';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

sharp.cache(false);
sharp.concurrency(1);

const SIZES = [1600, 800, 320];
const out = mkdtempSync(join(tmpdir(), 'sharp-'));

async function raw(pipeline) {
  const { data, info } = await pipeline.raw().toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info });
}

async function print(file) {
  const { width, height } = await sharp(file).metadata();
  const longest = Math.max(width, height);
  const sizes = SIZES.filter((size, i) => i === SIZES.length - 1 || longest > SIZES[i + 1]);
  let image = sharp(file).rotate().flatten({ background: 'white' }).toColourspace('srgb');
  for (const size of sizes) {
    image = await raw(image.resize(size, size, { fit: 'inside', withoutEnlargement: true }));
    await image.clone().webp({ quality: 80 }).toFile(join(out, size + '.webp'));
    await image.clone().jpeg({ quality: 82 }).toFile(join(out, size + '.jpg'));
  }
  const small = await raw(image.resize(48, 48, { fit: 'inside' }));
  const { dominant } = await small.clone().stats();
  const { data, info } = await small.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3), dominant];
}

for await (const line of createInterface({ input: process.stdin })) {
  const [folder, seconds] = line.split(' ');
  const files = readdirSync(folder).sort().map((name) => join(folder, name));
  const begin = process.hrtime.bigint();
  const end = begin + BigInt(seconds) * 1_000_000_000n;
  let pictures = 0;
  while (pictures === 0 || process.hrtime.bigint() < end) {
    await print(files[pictures % files.length]);
    pictures++;
  }
  console.log(pictures + ' ' + (process.hrtime.bigint() - begin));
}
rmSync(out, { recursive: true });
