/**
 * What a version of a quiz consists of. {@link app.vstrivia.api.publication.document.FrozenQuiz} is all of it, with what is
 * right, as it was when somebody asked for it: it stays in the database. {@link
 * app.vstrivia.api.publication.document.PublicQuiz} is the document that everybody may fetch, at any time and so before a
 * match asks the questions: what players see, and nothing that depends on what is right.
 *
 * <p>What must never happen: a solution, an explanation or an order of choices that tells one in the public document; or two
 * runs that make different bytes of the same quiz.
 */
package app.vstrivia.api.publication.document;
