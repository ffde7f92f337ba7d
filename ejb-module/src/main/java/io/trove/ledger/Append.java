package io.trove.ledger;

import io.trove.event.Draft;
import io.trove.event.Json;
import java.util.List;
import java.util.Optional;

/**
 * A request to append: the events as sent, all or nothing; what it expects of entities; the events that must not be there;
 * the key under which it may be sent again; the trace that it belongs to; and rows that belong to the events but not into
 * them, such as a credential.
 */
public record Append(
        List<Draft> drafts,
        List<Expected> expected,
        Optional<Unless> unless,
        Optional<String> idempotencyKey,
        Optional<Json> trace,
        List<Row> companions) {

    public Append {
        drafts = List.copyOf(drafts);
        expected = List.copyOf(expected);
        companions = List.copyOf(companions);
    }

    /** These events. */
    public static Append of(List<Draft> drafts) {
        return new Append(drafts, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** One event. */
    public static Append of(Draft draft) {
        return of(List.of(draft));
    }

    /** The same, of these events. */
    Append of(Conformed conformed) {
        return withDrafts(conformed.drafts());
    }

    /** The same, of these events. */
    Append withDrafts(List<Draft> others) {
        return new Append(others, expected, unless, idempotencyKey, trace, companions);
    }

    /** The same, answered the same when it is sent again under this key. */
    public Append withKey(Optional<String> key) {
        return new Append(drafts, expected, unless, key, trace, companions);
    }

    /** The same, refused unless all of this holds at the commit. */
    public Append expecting(List<Expected> expectations) {
        return new Append(drafts, expectations, unless, idempotencyKey, trace, companions);
    }

    /** The same, refused when an event that this condition names is there at the commit. */
    public Append unless(Optional<Unless> condition) {
        return new Append(drafts, expected, condition, idempotencyKey, trace, companions);
    }

    /** The same, of events with this cause. */
    Append caused(Json cause) {
        return withDrafts(drafts.stream().map(draft -> draft.caused(cause)).toList());
    }

    /** The same, whose events belong to this trace unless they say another. */
    public Append traced(Optional<Json> byTrace) {
        return new Append(drafts, expected, unless, idempotencyKey, byTrace, companions);
    }

    /** The same, with these rows. */
    public Append with(Row... rows) {
        return new Append(drafts, expected, unless, idempotencyKey, trace, List.of(rows));
    }
}
