package io.trove.ledger;

import java.nio.charset.StandardCharsets;

/** What a request expects of an entity at the moment of its commit; it is refused when that does not hold. */
public sealed interface Expected {

    String entityType();

    String entityId();

    /** Whether an entity with so many events is as expected. */
    boolean holds(long version);

    /** The expectation as a request says it: a number, {@code none} or {@code exists}. */
    String wanted();

    /** The entity has exactly so many events. */
    static Expected version(String entityType, String entityId, long version) {
        return new Exactly(entityType, entityId, version);
    }

    /** The entity has no event yet. */
    static Expected none(String entityType, String entityId) {
        return new Exactly(entityType, entityId, 0);
    }

    /** The entity has an event. */
    static Expected exists(String entityType, String entityId) {
        return new Exists(entityType, entityId);
    }

    /** So many events. */
    record Exactly(String entityType, String entityId, long version) implements Expected {

        public Exactly {
            if (version < 0) {
                throw new IllegalArgumentException("A version is not negative: " + version);
            }
        }

        @Override
        public boolean holds(long actual) {
            return actual == version;
        }

        @Override
        public String wanted() {
            return version == 0 ? "none" : Long.toString(version);
        }
    }

    /** At least one. */
    record Exists(String entityType, String entityId) implements Expected {

        @Override
        public boolean holds(long actual) {
            return actual > 0;
        }

        @Override
        public String wanted() {
            return "exists";
        }
    }

    /** What the digest of a request covers of an expectation. */
    default byte[] bytes() {
        return ("expect\0" + entityType() + '\0' + entityId() + '\0' + wanted() + '\0')
                .getBytes(StandardCharsets.UTF_8);
    }
}
