package io.trove.files;

import io.trove.refusal.Refusal;
import java.util.Map;

/** The event has no such file, or its bytes are not to be had here. */
public final class FileUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String file;

    private FileUnknown(String detail, String file) {
        super(detail);
        this.file = file;
    }

    static FileUnknown named(String file) {
        return new FileUnknown("The event has no file \"%s\"".formatted(file), file);
    }

    static FileUnknown notHere(String file) {
        return new FileUnknown(
                "The event tells of the file \"%s\", and its bytes are neither kept here nor may be read from here"
                        .formatted(file),
                file);
    }

    static FileUnknown lost(String file) {
        return new FileUnknown(
                "The bytes of the file \"%s\" are no longer where they were; tell the operator".formatted(file), file);
    }

    @Override
    public String slug() {
        return "file-unknown";
    }

    @Override
    public String title() {
        return "No such file";
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("file", file);
    }
}
