package io.trove.files;

import io.trove.refusal.Refusal;
import java.util.Map;

/** More bytes than a file may have. */
public final class FileTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long most;

    FileTooLarge(long most) {
        super("A file has at most %d bytes here (TROVE_BLOB_BYTES_MAX); nothing of it was kept".formatted(most));
        this.most = most;
    }

    @Override
    public String slug() {
        return "too-large";
    }

    @Override
    public String title() {
        return "The file is too large";
    }

    @Override
    public int status() {
        return 413;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("limit", "bytes in a file", "most", most);
    }
}
