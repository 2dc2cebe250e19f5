package app.vstrivia.api.question.report;

import app.vstrivia.model.id.PlayerId;

/**
 * What a player finds wrong with a question.
 *
 * @param text in the player's words, up to 500 characters; null if there are none
 */
public record Complaint(PlayerId player, ReportReason reason, String text) {}
