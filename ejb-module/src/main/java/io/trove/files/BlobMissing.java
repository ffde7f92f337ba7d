package io.trove.files;

import java.io.IOException;

/** The bytes are not where they were kept, or where they were found. */
final class BlobMissing extends IOException {

    private static final long serialVersionUID = 1L;

    BlobMissing(String where, Throwable cause) {
        super("Nothing is there any more: " + where, cause);
    }
}
