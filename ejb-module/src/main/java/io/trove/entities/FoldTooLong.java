package io.trove.entities;

import io.trove.refusal.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A state is too many events away from the next snapshot, or from the beginning where no snapshot serves. */
final class FoldTooLong extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient EntityId entity;
    private final int most;

    FoldTooLong(EntityId entity, int most) {
        super(
                ("The state of %s \"%s\" takes more than %d events to fold; ask again, because snapshots are kept on the way,"
                                + " or for an earlier position where none serve")
                        .formatted(entity.type(), entity.id(), most));
        this.entity = entity;
        this.most = most;
    }

    @Override
    public String slug() {
        return "fold-too-long";
    }

    @Override
    public String title() {
        return "Too many events to fold at once";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("entity", entity.members(), "most", most);
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(1));
    }
}
