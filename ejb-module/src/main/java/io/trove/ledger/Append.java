package io.trove.ledger;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.filter.Extent;
import java.util.List;
import java.util.Optional;

/**
 * A request to append: the events as sent, all or nothing; what it expects of entities; the events that must not be there;
 * the key under which it may be sent again, and what else it was sent on condition of, which the key stands for too; or what
 * the key stands for instead, where the events follow from what was there; the trace that it belongs to; the part of the ledger that the caller may see, which a condition asks of and beyond which a
 * conflict names nothing; and rows that belong to the events but not into them, such as a credential.
 */
public record Append(
        List<Draft> drafts,
        List<Expected> expected,
        Optional<Unless> unless,
        Optional<String> idempotencyKey,
        Optional<String> precondition,
        Optional<Json> asked,
        Optional<Json> trace,
        Extent seen,
        List<Row> companions) {

    public Append {
        drafts = List.copyOf(drafts);
        expected = List.copyOf(expected);
        companions = List.copyOf(companions);
    }

    /** These events. */
    public static Append of(List<Draft> drafts) {
        return new Append(
                drafts,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Extent.all(),
                List.of());
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
        return new Append(others, expected, unless, idempotencyKey, precondition, asked, trace, seen, companions);
    }

    /** The same, answered the same when it is sent again under this key. */
    public Append withKey(Optional<String> key) {
        return new Append(drafts, expected, unless, key, precondition, asked, trace, seen, companions);
    }

    /** The same, sent on this condition, which somebody else decides. */
    public Append onCondition(Optional<String> condition) {
        return new Append(drafts, expected, unless, idempotencyKey, condition, asked, trace, seen, companions);
    }

    /** The same, made of what was asked and of what was there: its key stands for the former. */
    public Append asked(Json request) {
        return new Append(
                drafts, expected, unless, idempotencyKey, precondition, Optional.of(request), trace, seen, companions);
    }

    /** The same, refused unless all of this holds at the commit. */
    public Append expecting(List<Expected> expectations) {
        return new Append(drafts, expectations, unless, idempotencyKey, precondition, asked, trace, seen, companions);
    }

    /** The same, refused when an event that this condition names is there at the commit. */
    public Append unless(Optional<Unless> condition) {
        return new Append(drafts, expected, condition, idempotencyKey, precondition, asked, trace, seen, companions);
    }

    /** The same, of events with this cause. */
    Append caused(Json cause) {
        return withDrafts(drafts.stream().map(draft -> draft.caused(cause)).toList());
    }

    /** The same, whose events belong to this trace unless they say another. */
    public Append traced(Optional<Json> byTrace) {
        return new Append(drafts, expected, unless, idempotencyKey, precondition, asked, byTrace, seen, companions);
    }

    /** The same, sent by somebody who may see no more than this. */
    public Append seeing(Extent extent) {
        return new Append(drafts, expected, unless, idempotencyKey, precondition, asked, trace, extent, companions);
    }

    /** The same, with these rows. */
    public Append with(Row... rows) {
        return new Append(drafts, expected, unless, idempotencyKey, precondition, asked, trace, seen, List.of(rows));
    }
}
