package app.vstrivia.api.match;

import app.vstrivia.api.question.MediaCaption;
import app.vstrivia.api.question.lineup.LineupQuestion;
import app.vstrivia.model.protocol.RoundMedia;

/**
 * A question of a quiz as one match plays it.
 *
 * @param limitMs how long answers count
 * @param attribution what has to be said about its makers; null if nothing
 * @param media null unless it is about a picture or video
 * @param caption what is to be said of that
 */
public record QuizRound(
        LineupQuestion question, int limitMs, String attribution, RoundMedia media, MediaCaption caption) {}
