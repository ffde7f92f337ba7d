package io.trove.registry;

import java.util.Optional;

/** A registered version of a schema, by where it was registered, and what is beside its content. */
record Version(String version, long position, Status status, Optional<String> description) {

    Version with(Status other) {
        return new Version(version, position, other, description);
    }

    Version with(String otherDescription) {
        return new Version(version, position, status, Optional.of(otherDescription));
    }
}
