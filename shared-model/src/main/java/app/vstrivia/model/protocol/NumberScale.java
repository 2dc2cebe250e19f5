package app.vstrivia.model.protocol;

/** The scale on which a number is set. Numbers are texts with a point, so that none is rounded on its way. */
public record NumberScale(String min, String max, String step) {}
