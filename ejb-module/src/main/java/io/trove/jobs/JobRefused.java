package io.trove.jobs;

import io.trove.refusal.Refusal;
import java.util.Map;

/** Nothing can be done by this request. */
final class JobRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final int GOT_LENGTH_MAX = 200;

    private final String pointer;

    JobRefused(String pointer, String got, String wanted) {
        super("%s is %s; %s was wanted"
                .formatted(
                        pointer.isEmpty() ? "The request" : pointer,
                        got.length() > GOT_LENGTH_MAX ? got.substring(0, GOT_LENGTH_MAX) + "…" : got,
                        wanted));
        this.pointer = pointer;
    }

    @Override
    public String slug() {
        return "job-refused";
    }

    @Override
    public String title() {
        return "No such job can be started";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("pointer", pointer);
    }
}
