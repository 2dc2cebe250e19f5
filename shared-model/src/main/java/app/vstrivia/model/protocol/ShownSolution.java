package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What was right where choices cannot say it; only what the type of the question has is there.
 *
 * @param value the number, as a text with a point
 * @param tolerance what is right may differ so much from it, to either side
 * @param order indexes into the choices of the round, in the right order
 * @param accepted the texts that are right, the usual one first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownSolution(String value, String tolerance, List<Integer> order, List<String> accepted) {}
