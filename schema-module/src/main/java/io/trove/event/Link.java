package io.trove.event;

import java.util.Optional;
import java.util.OptionalInt;

/** A typed edge to another event; without a version, to the newest one at commit. */
public record Link(String type, String targetId, OptionalInt targetVersion, Optional<Json> metadata) {}
