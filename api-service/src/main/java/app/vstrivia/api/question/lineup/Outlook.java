package app.vstrivia.api.question.lineup;

import java.util.List;

/**
 * What a draw has to know before it draws.
 *
 * @param buckets of the language and of the categories that the recipe names and all within them; also empty ones, with
 *     the id 0 where a category has none; and what has the tags that it names
 */
record Outlook(List<Bucket> buckets, Asked asked) {}
