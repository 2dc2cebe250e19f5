/**
 * The TypeScript client of {@code src/main/typescript}: its rules, with a clock and sockets that the test moves; its
 * conversation with the running service; its types. The tests themselves are in {@code src/test/typescript} and run in a
 * browser.
 */
package app.vstrivia.realtime.client;
