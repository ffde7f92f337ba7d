package io.trove.event;

import java.util.Optional;

/** A file of an event whose bytes are known: by their SHA-256 in hex, kept by Trove or, with a locator, where that leads. */
public record Attached(String fileId, String hash, long size, Optional<String> locator) {}
