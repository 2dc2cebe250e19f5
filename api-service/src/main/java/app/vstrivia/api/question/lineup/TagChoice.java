package app.vstrivia.api.question.lineup;

import java.util.List;

/**
 * Slots of several tags, of which a draw needs but some: a question that has several of the tags has a slot of each.
 *
 * @param slots in random order
 * @param tags the slots of each tag, the tags in the recipe's order: a question counts where the first of its tags has it
 * @param most how many are needed, the first ones that count
 */
record TagChoice(List<Long> slots, List<OfTag> tags, int most) {
    /** @param slots may be empty */
    record OfTag(String tag, List<Long> slots) {}
}
