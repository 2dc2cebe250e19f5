package app.vstrivia.api.publication.version;

import app.vstrivia.api.publication.document.FrozenQuiz;
import app.vstrivia.model.protocol.RoundMedia;
import java.util.Map;
import java.util.UUID;

/**
 * A version as matches play it. Never for players.
 *
 * @param content with what is right
 * @param media what is shown of the questions' pictures and videos, by their ids, without what stands for them
 */
public record PlayableVersion(int version, FrozenQuiz content, Map<UUID, RoundMedia> media) {}
