package io.trove.jobs;

import io.trove.refusal.Refusal;
import java.util.Map;

/** The ledger has no job of this number. */
final class JobUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    private final long id;

    JobUnknown(long id) {
        super("There is no job %d in this ledger; the list of jobs has those that there are".formatted(id));
        this.id = id;
    }

    @Override
    public String slug() {
        return "job-unknown";
    }

    @Override
    public String title() {
        return "No such job";
    }

    @Override
    public int status() {
        return 404;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("job", id);
    }
}
