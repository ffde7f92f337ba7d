package io.trove.api;

import io.trove.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** The head of a request cannot be read: its address, or a header that says in which form something is or is wanted. */
final class HeadRefused extends Refusal {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MAX = 100;

    private final int status;
    private final String where;
    private final String got;
    private final String wanted;

    HeadRefused(String where, String got, String wanted) {
        this(HttpServletResponse.SC_BAD_REQUEST, where, got, wanted);
    }

    HeadRefused(int status, String where, String got, String wanted) {
        super("%s is \"%s\", and %s is wanted".formatted(where, shown(got), wanted));
        this.status = status;
        this.where = where;
        this.got = shown(got);
        this.wanted = wanted;
    }

    private static String shown(String got) {
        return got.length() <= SHOWN_MAX ? got : got.substring(0, got.offsetByCodePoints(0, SHOWN_MAX / 2)) + "…";
    }

    @Override
    public String slug() {
        return status == HttpServletResponse.SC_BAD_REQUEST ? "bad-request" : "unsupported-media-type";
    }

    @Override
    public String title() {
        return "The request is not understood";
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("where", where, "got", got, "wanted", wanted);
    }
}
