package app.vstrivia.realtime.match.view;

import app.vstrivia.model.protocol.MatchSnapshot.Role;
import app.vstrivia.model.protocol.ServerMessage.GivenAnswer;
import app.vstrivia.model.stream.StreamHead;

/**
 * One reader's part in a match.
 *
 * @param head of the match's stream when it was read; null if there is no such match
 * @param role null for who has no part in it
 * @param answer to the present round; null if there is none
 * @param correct whether the answer was quite right; false before the reveal and for a poll
 */
record OwnPart(
        StreamHead head, Role role, GivenAnswer answer, boolean correct, int lastPoints, int score, long answerMs) {
    static final OwnPart NONE = new OwnPart(null, null, null, false, 0, 0, 0);
}
