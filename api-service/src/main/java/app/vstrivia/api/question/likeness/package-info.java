/**
 * Finds questions that are much alike: by {@code importing}, for what comes in files, by {@code bank}, for what is
 * corrected, and by {@code quiz}, for what authors type.
 * Its table is {@code question_likeness}.
 *
 * <p>What must never happen: an author is told of what somebody else has not handed in.
 */
package app.vstrivia.api.question.likeness;
