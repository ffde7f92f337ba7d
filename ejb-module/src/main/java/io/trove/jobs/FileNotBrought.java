package io.trove.jobs;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A file of an event that is imported is other bytes than the event says, or more than are kept. */
final class FileNotBrought extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String file;

    private FileNotBrought(String file, String detail) {
        super(detail);
        this.file = file;
    }

    static FileNotBrought differs(String file, String got, String wanted) {
        return new FileNotBrought(
                file,
                "The file \"%s\" came as bytes of sha256:%s; the event says sha256:%s".formatted(file, got, wanted));
    }

    static FileNotBrought because(String file, Refusal refusal) {
        return new FileNotBrought(file, "The file \"%s\" is not kept: %s".formatted(file, refusal.getMessage()));
    }

    @Override
    public String slug() {
        return "file-not-brought";
    }

    @Override
    public String title() {
        return "A file of an imported event was not brought along";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("file", file);
    }
}
