package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A place where blobs are kept. What fails is an IOException, and can be tried again. */
interface BlobStore {

    /** The name that the store has given itself, made now if it has none; the same for everyone who uses it. */
    String name() throws IOException;

    /** Where bytes arrive that this store is to keep: a directory of this server's own. */
    Path arriving();

    /** Keeps the bytes of this file, which is on disk and may be taken away; when this returns they are there for good, whole. */
    void keep(Blob blob, Path arrived) throws IOException;

    /** How many bytes of the blob are there now; nothing when it is not. */
    OptionalLong size(Blob blob) throws IOException;

    /** These of the blob's bytes; {@link BlobMissing} when they are not there, or not all of them any more. */
    InputStream open(Blob blob, Span span) throws IOException;

    /** Forgets the bytes, if they are there. */
    void delete(Blob blob) throws IOException;
}
