/**
 * What authors work on until it is published: quizzes with their items in order, in the tables {@code quiz}, {@code quiz_item}
 * and {@code quiz_member}. {@code member} says who else may work on one, {@code preview} shows one as its players would see it.
 *
 * <p>An item quotes a question of the bank, or holds a question of the author's own, which keeps the bank's rules. A save takes
 * the whole quiz and names by {@code If-Match} the revision that it changes, under the quiz's row: of two that saw the same
 * one, one wins. So whoever changes a quiz, its items or its members holds that row, and whoever reads needs one statement,
 * which sees one revision. Who adds a member keeps the player first, as all do who give players something.
 *
 * <p>A cover, and the picture or video of a question, are identifiers that are kept as they come: nothing but their shape is
 * checked, and nobody is asked whether there is such a medium or whose it is. Whoever shows or publishes one has to.
 *
 * <p>What is in the trash only its owner sees, and goes after 30 days.
 *
 * <p>What must never happen: somebody overwrites what they have not seen; somebody who is no member learns that there is such a
 * quiz; a preview holds a solution.
 */
package app.vstrivia.api.quiz;
