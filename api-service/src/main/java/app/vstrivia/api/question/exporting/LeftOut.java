package app.vstrivia.api.question.exporting;

import java.util.UUID;

/**
 * A question that the format cannot say.
 *
 * @param code stable, for programs
 * @param reason a sentence for people
 */
public record LeftOut(UUID id, String code, String reason) {}
