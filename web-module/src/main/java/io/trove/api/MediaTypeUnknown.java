package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** A body is of a media type that no dialect is written in. */
final class MediaTypeUnknown extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String got;
    private final transient List<String> known;

    MediaTypeUnknown(String got, List<String> known) {
        super("The body is %s, and events are read from %s"
                .formatted(got.isEmpty() ? "of no Content-Type" : got, String.join(", ", known)));
        this.got = got;
        this.known = known;
    }

    @Override
    public String slug() {
        return "unsupported-media-type";
    }

    @Override
    public String title() {
        return "Not this media type";
    }

    @Override
    public int status() {
        return 415;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("got", got, "known", known);
    }
}
