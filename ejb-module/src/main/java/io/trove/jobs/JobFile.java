package io.trove.jobs;

import java.io.IOException;
import java.io.OutputStream;

/** A file that a job wrote: its name, its media type, how many bytes it has, and how they are had. */
public record JobFile(String name, String contentType, long size, Bytes bytes) {

    /** The file's bytes, from its first to its last. */
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }
}
