package app.vstrivia.api.question.format.gift;

import app.vstrivia.api.question.format.Note;
import java.util.List;
import java.util.Set;

/**
 * What stands between two blank lines, without comments.
 *
 * @param line the first one's number
 * @param category of the last category line before it, the widest first; empty for none
 * @param damage why it cannot be trusted, or null
 */
record GiftBlock(int line, String text, List<String> category, List<String> tags, Set<Note> repairs, Note damage) {}
