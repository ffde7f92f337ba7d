package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** An append condition asks for what no index can answer in bounded time. */
public final class ConditionRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private ConditionRefused(String detail, Map<String, Object> facts) {
        super(detail);
        this.facts = facts;
    }

    static ConditionRefused notIndexed(List<String> names) {
        return new ConditionRefused(
                "An append condition takes type, entityId with or without entityType, actorId with or without actorType,"
                        + " and index.NAME, and not %s".formatted(String.join(", ", names)),
                Map.of("notIndexed", names));
    }

    static ConditionRefused tooMany(int got, int most) {
        return new ConditionRefused(
                "The append condition asks for %d values, and at most %d are taken; ask for fewer, such as a common index key"
                        .formatted(got, most),
                Map.of("limit", "values of a condition", "got", got, "most", most));
    }

    /** Where no event matches up to a position, and what is behind it was not looked at any more. */
    static ConditionRefused tooWide(long scannedMax, long decided) {
        return new ConditionRefused(
                "The append condition takes looking at more than %d index entries; no event matches up to position %d, so send it with that as after, or with a rarer term"
                        .formatted(scannedMax, decided),
                Map.of("limit", "index entries of a condition", "most", scannedMax, "decided", decided));
    }

    @Override
    public String slug() {
        return "condition-refused";
    }

    @Override
    public String title() {
        return "The append condition is not taken";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public Map<String, Object> facts() {
        return facts;
    }
}
