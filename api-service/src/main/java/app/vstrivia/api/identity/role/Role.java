package app.vstrivia.api.identity.role;

import app.vstrivia.api.identity.Roles;
import java.util.stream.Stream;

/** What an admin can give to a player, who is one without being made one. */
public enum Role {
    AUTHOR(Roles.AUTHOR),
    MODERATOR(Roles.MODERATOR),
    ADMIN(Roles.ADMIN);

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The group that a token names; also how the role is stored. */
    public String group() {
        return group;
    }

    /** @throws NoSuchRole if there is none that is called so */
    public static Role named(String group) {
        return Stream.of(values())
                .filter(role -> role.group.equals(group))
                .findFirst()
                .orElseThrow(NoSuchRole::new);
    }
}
