package app.vstrivia.model.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The data of an event, which knows the name under which it travels. */
public sealed interface EventBody permits MatchEvent, PlayerEvent, ImportEvent, PublicationEvent, MediaEvent {
    /** The {@code kind} of {@link ServerMessage.Event}: stable, lower case with hyphens. */
    @JsonIgnore
    String eventKind();
}
