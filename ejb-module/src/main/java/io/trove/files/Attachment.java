package io.trove.files;

import java.util.Optional;

/** A file of an event: its id, what the event says of its name and its media type, and how its bytes are had. */
public record Attachment(String id, Optional<String> filename, Optional<String> contentType, Source source) {}
