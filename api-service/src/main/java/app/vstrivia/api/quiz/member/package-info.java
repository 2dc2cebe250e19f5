/**
 * Who works on a quiz besides its owner: table {@code quiz_member}, in which the owner stands, too.
 *
 * <p>A member is added by the owner without being asked, so that nobody has more than a bounded number of them, and may leave
 * at any time. Whether a member can use what was shared is a matter of the role of an author, which is not looked at here.
 *
 * <p>What must never happen: a quiz without an owner, or with two.
 */
package app.vstrivia.api.quiz.member;
