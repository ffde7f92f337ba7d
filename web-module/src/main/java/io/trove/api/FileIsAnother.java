package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;
import java.util.Optional;

/** A file is asked for under a tag that is not its own. */
final class FileIsAnother extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String wanted;

    FileIsAnother(String wanted, Optional<String> tag) {
        super("The file has %s, and the header If-Match asks for %s; ask without it"
                .formatted(tag.map(own -> "the ETag " + own).orElse("no ETag"), wanted));
        this.wanted = wanted;
    }

    @Override
    public String slug() {
        return "file-is-another";
    }

    @Override
    public String title() {
        return "The file is not the one that is asked for";
    }

    @Override
    public int status() {
        return 412;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("wanted", wanted);
    }
}
