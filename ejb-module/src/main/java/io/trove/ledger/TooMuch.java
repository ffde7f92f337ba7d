package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request is over one of the bounds. */
public final class TooMuch extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long got;
    private final long most;
    private final transient Optional<Integer> index;

    TooMuch(String limit, long got, long most) {
        this(
                "The request has %d of %s, and at most %d are taken; split it".formatted(got, limit, most),
                limit,
                got,
                most,
                Optional.empty());
    }

    private TooMuch(String detail, String limit, long got, long most, Optional<Integer> index) {
        super(detail);
        this.limit = limit;
        this.got = got;
        this.most = most;
        this.index = index;
    }

    /** More events than a request may have. */
    public static TooMuch events(long got, long most) {
        return new TooMuch("events", got, most);
    }

    /** The event at this index is too long. */
    static TooMuch event(int index, long got, long most) {
        return new TooMuch(
                "The event at index %d has %d bytes, and at most %d are taken; send what is large as a file"
                        .formatted(index, got, most),
                "bytes in an event",
                got,
                most,
                Optional.of(index));
    }

    @Override
    public String slug() {
        return "too-much";
    }

    @Override
    public String title() {
        return "Request is over a limit";
    }

    @Override
    public int status() {
        return 413;
    }

    @Override
    public Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("limit", limit);
        facts.put("got", got);
        facts.put("most", most);
        index.ifPresent(at -> facts.put("index", at));
        return facts;
    }
}
