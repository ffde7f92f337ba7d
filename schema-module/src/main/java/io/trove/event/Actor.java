package io.trove.event;

import java.util.Optional;

/** Who did it. */
public record Actor(String type, String id, Optional<String> role) {}
