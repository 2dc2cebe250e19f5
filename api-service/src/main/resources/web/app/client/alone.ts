const LOCK = "vstrivia.access";

/** Tabs are processes: what one of them stores, another one reads some ms later, which is later than it can have the lock. */
const READ_EVERYWHERE = 200;

/**
 * Runs a task while no other tab runs one, and what was stored by the last one can be read. Browsers have such locks only
 * on secure origins; a page that comes over plain HTTP, such as to a phone from a developer's machine, goes without. Two
 * of its tabs may then trade the same refresh token at once. The server takes the second for somebody who lost the answer,
 * and grants both; only where the two answers overtake each other is the player asked to sign in again, and nothing is
 * lost by that.
 */
export function alone<T>(task: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return task();
  return new Promise((resolve, reject) => {
    const held = async () => {
      await task().then(resolve, reject);
      await new Promise((passed) => setTimeout(passed, READ_EVERYWHERE));
    };
    navigator.locks.request(LOCK, held).catch(reject);
  });
}
