package app.vstrivia.api.question.report;

import java.util.UUID;

/**
 * A round that a player was shown.
 *
 * @param quiz the published quiz that its match plays; null for what was drawn from the bank
 * @param version of the quiz; null without one
 */
public record ShownRound(UUID question, UUID quiz, Integer version) {}
