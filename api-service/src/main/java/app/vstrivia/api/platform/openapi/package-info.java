/**
 * The description of the API. Resources say what is their own (summaries, answers, and with {@code x-problem-codes} the
 * problems that their use cases have); {@code DescriptionFilter} adds what holds for all, so that it can be forgotten nowhere.
 * The result is committed as {@code META-INF/resources/v1/openapi.yaml}, and a test compares the two.
 */
package app.vstrivia.api.platform.openapi;
