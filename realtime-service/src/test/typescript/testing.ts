/** Tests as sentences. `run` runs them one after another and reports what came of each. */
const tests: { test: string; body: () => void | Promise<void> }[] = [];

export function test(sentence: string, body: () => void | Promise<void>): void {
  tests.push({ test: sentence, body });
}

export async function run(): Promise<void> {
  const verdicts: { test: string; fault: string | null }[] = [];
  for (const { test, body } of tests) {
    try {
      await body();
      verdicts.push({ test, fault: null });
    } catch (error) {
      verdicts.push({ test, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  await fetch("/report", { method: "POST", body: JSON.stringify(verdicts) });
}

export function equal(actual: unknown, expected: unknown, what = "value"): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e} but was ${a}`);
}

export function ensure(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** Lets everything run that waits for nothing but promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
