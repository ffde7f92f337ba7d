package io.trove.access;

import java.util.Set;

/**
 * The types of events that Trove alone appends, in any ledger, because its tables follow them. Types that people need
 * for themselves stay free: {@code organization.created} counts in the installation's own ledger only, which nobody but
 * Trove appends to, and {@code event.linked} and its like mean the same from whoever may link.
 */
final class SystemTypes {

    private static final Set<String> RESERVED = Set.of(
            "access.failures.counted",
            "access.key.created",
            "access.key.revoked",
            "access.password.set",
            "access.principal.changed",
            "access.principal.created",
            "access.principal.removed",
            "access.role.granted",
            "access.role.removed",
            "command.registered",
            "entities.switched",
            "entity.retried",
            "entity.skipped",
            "access.role.set",
            "file.drifted",
            "files.root.granted",
            "files.root.revoked",
            "ledger.created",
            "ledger.deleted",
            "ledger.key.rotated",
            "ledger.policy.set",
            "organization.settings.set",
            "schema.compatibility.set",
            "schema.description.set",
            "schema.registered",
            "schema.status.set");

    private SystemTypes() {}

    static Set<String> all() {
        return RESERVED;
    }

    static boolean reserves(String type) {
        return RESERVED.contains(type);
    }
}
