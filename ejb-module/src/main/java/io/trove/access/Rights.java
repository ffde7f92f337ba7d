package io.trove.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody may do in a ledger: by the roles that they have there, of which a denial overrides every permission. */
record Rights(Optional<Principal> principal, List<Role> roles) {

    static final Rights NONE = new Rights(Optional.empty(), List.of());

    /** Trove's own. */
    static final Rights ALL = new Rights(Optional.empty(), List.of(Role.ADMIN));

    Rights {
        roles = List.copyOf(roles);
    }

    /** Nobody without a role may so much as know of the ledger. */
    boolean areNone() {
        return roles.isEmpty();
    }

    Set<Permission> permissions() {
        if (roles.size() == 1 && roles.get(0).denied().isEmpty()) {
            return roles.get(0).permissions();
        }
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions()));
        roles.forEach(role -> all.removeAll(role.denied()));
        return all;
    }
}
