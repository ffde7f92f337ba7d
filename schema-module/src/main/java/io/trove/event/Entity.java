package io.trove.event;

import java.util.Optional;

/** The thing that an event happened to; without an id, only what kind of thing. */
public record Entity(String type, Optional<String> id) {}
