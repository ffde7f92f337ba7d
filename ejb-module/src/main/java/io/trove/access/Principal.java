package io.trove.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Someone who may ask: a name, the roles that were granted on every ledger, and a password when one is set. */
record Principal(String name, List<Role> roles, Optional<Password> password) {

    Principal {
        roles = List.copyOf(roles);
    }

    Set<Permission> permissions() {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions()));
        return all;
    }

    /** A password's hash, and the id of the event that set it, which is another for each password ever set. */
    record Password(String setBy, String hash) {

        @Override
        public String toString() {
            return "Password[setBy=" + setBy + "]";
        }
    }
}
