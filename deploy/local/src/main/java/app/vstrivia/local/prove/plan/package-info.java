/** What is done to the system, when and for how long: computed from a seed and nothing else. */
package app.vstrivia.local.prove.plan;
