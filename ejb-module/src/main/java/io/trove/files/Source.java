package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** How the bytes of a file are had. */
public sealed interface Source {

    /** From here: so many, under this hash where it is known. */
    record Bytes(long size, Optional<String> hash, Opening opening) implements Source {}

    /** From there, for a while. */
    record Redirect(URI address) implements Source {}

    /** From wherever the event says; Trove never goes there. */
    record Elsewhere(String locator) implements Source {}

    /** Opens a part of the bytes. */
    interface Opening {
        InputStream open(Span span) throws IOException;
    }
}
