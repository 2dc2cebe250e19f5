/** What processes cost, from the operating system's own accounting (Linux). */
package app.vstrivia.local.bench.account;
