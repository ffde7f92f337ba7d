package io.trove.access;

import java.util.List;

/** An organization and its environments, each of which is a ledger. */
public record Organization(String name, List<String> environments) {

    /** The environments that every organization has; {@code system} is for its own administration. */
    public static final List<String> ENVIRONMENTS = List.of("development", "staging", "production", "system");

    public Organization {
        environments = List.copyOf(environments);
    }

    /** The organization with these of its environments, the one to try things in first and the administration's last. */
    static Organization of(String name, List<String> environments) {
        return new Organization(
                name, ENVIRONMENTS.stream().filter(environments::contains).toList());
    }
}
