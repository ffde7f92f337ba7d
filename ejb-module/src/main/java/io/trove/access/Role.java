package io.trove.access;

import java.util.Optional;
import java.util.Set;

/** A named set of permissions. */
record Role(String name, Set<Permission> permissions) {

    static final Role ADMIN = new Role("admin", Set.of(Permission.values()));

    static Optional<Role> named(String name) {
        return name.equals(ADMIN.name()) ? Optional.of(ADMIN) : Optional.empty();
    }
}
