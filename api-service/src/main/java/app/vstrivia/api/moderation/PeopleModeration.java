package app.vstrivia.api.moderation;

import java.nio.file.Path;
import java.util.List;

/** Leaves every picture to the moderators. */
final class PeopleModeration implements PictureModeration {
    @Override
    public Opinion lookAt(Path jpeg) {
        return Opinion.undecided(List.of());
    }
}
