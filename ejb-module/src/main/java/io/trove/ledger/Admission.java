package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Completion;
import io.trove.event.Defaults;
import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Flakes;
import io.trove.event.Pending;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a request ready for the sequencer, in parallel and outside of any lock: all that can be refused here is. */
final class Admission {

    private static final String PRODUCER_DEFAULT = "trove";

    private final Storage storage;
    private final Bounds bounds;
    private final Flakes flakes;
    private final Seeds seeds;
    private final Mentions mentions;

    Admission(Storage storage, Bounds bounds, Flakes flakes, Seeds seeds, Mentions mentions) {
        this.storage = storage;
        this.bounds = bounds;
        this.flakes = flakes;
        this.seeds = seeds;
        this.mentions = mentions;
    }

    Ticket admit(Ledger ledger, Committer committer, Caller caller, Append append) {
        checkBounds(append);
        Instant now = storage.clock().instant();
        var events = new ArrayList<Pending>(append.drafts().size());
        var completion = new Completion();
        for (Draft draft : append.drafts()) {
            events.add(draft.complete(defaults(ledger, caller, append, now), completion));
        }
        Optional<Ticket.Once> once = append.idempotencyKey().map(key -> once(caller, key, append));
        Set<Known.Key> asks = asks(append, events, once);
        List<List<Mention>> mentioned = mentions(append, asks);
        Optional<Boundary> boundary = append.unless().map(unless -> new Boundary(unless, append.seen()));
        var ticket =
                new Ticket(append, events, mentioned, once, boundary, asks, facts(ledger, committer, asks, boundary));
        if (ticket.rows() > bounds.rowsMax()) {
            throw new TooMuch("rows (events, index keys, links, files)", ticket.rows(), bounds.rowsMax());
        }
        append.drafts().forEach(Draft::rest);
        return ticket;
    }

    private void checkBounds(Append append) {
        if (append.drafts().size() > bounds.eventsMax()) {
            throw TooMuch.events(append.drafts().size(), bounds.eventsMax());
        }
        for (int i = 0; i < append.drafts().size(); i++) {
            int bytes = append.drafts().get(i).contentLength();
            if (bytes > bounds.eventBytesMax()) {
                throw TooMuch.event(i, bytes, bounds.eventBytesMax());
            }
        }
    }

    private Defaults defaults(Ledger ledger, Caller caller, Append append, Instant now) {
        return new Defaults(
                ledger.uid(),
                flakes::next,
                now,
                caller.producer().orElse(PRODUCER_DEFAULT),
                caller.actor(),
                Optional.empty(),
                append.trace(),
                seeds.next());
    }

    private static Ticket.Once once(Caller caller, String key, Append append) {
        byte[] keyHash = sha256().digest((caller.id() + '\0' + key).getBytes(StandardCharsets.UTF_8));
        MessageDigest request = sha256();
        append.asked()
                .ifPresentOrElse(asked -> request.update(asked.canonical()), () -> updateWithEvents(request, append));
        return new Ticket.Once(keyHash, new Known.OfRequest(HexFormat.of().formatHex(keyHash)), request.digest());
    }

    private static void updateWithEvents(MessageDigest request, Append append) {
        request.update("append".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < append.drafts().size(); i++) {
            Draft draft = append.drafts().get(i);
            if (i == 0 || !draft.isSentWith(append.drafts().get(i - 1))) {
                request.update(draft.contentDigest());
            }
        }
        append.expected().forEach(expected -> request.update(expected.bytes()));
        append.unless().ifPresent(unless -> request.update(unless.bytes()));
        append.precondition().ifPresent(condition -> request.update(condition.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<Known.Key> asks(Append append, List<Pending> events, Optional<Ticket.Once> once) {
        var asks = new HashSet<Known.Key>();
        once.ifPresent(sent -> asks.add(sent.key()));
        append.expected().forEach(each -> asks.add(new Known.OfEntity(each.entityType(), each.entityId())));
        for (int i = 0; i < events.size(); i++) {
            Pending event = events.get(i);
            if (append.drafts().get(i).id().isPresent()) {
                asks.add(new Known.OfEvent(event.id()));
            }
            if (event.id().version() > 1) {
                asks.add(new Known.OfEvent(
                        new EventId(event.id().id(), event.id().version() - 1)));
            }
            event.entityId().ifPresent(id -> asks.add(new Known.OfEntity(event.entityType(), id)));
        }
        return asks;
    }

    private List<List<Mention>> mentions(Append append, Set<Known.Key> asks) {
        var all = new ArrayList<List<Mention>>(append.drafts().size());
        boolean any = false;
        for (Draft draft : append.drafts()) {
            List<Mention> mentioned = mentions.of(draft);
            all.add(mentioned);
            any = any || !mentioned.isEmpty();
            for (Mention each : mentioned) {
                asks.add(
                        each.version().isPresent()
                                ? new Known.OfEvent(
                                        new EventId(each.id(), each.version().getAsInt()))
                                : new Known.OfNewest(each.id()));
            }
        }
        return any ? all : List.of();
    }

    /** Looks up what this server does not remember. The bound is read first, so that what comes later is remembered. */
    private Facts facts(Ledger ledger, Committer committer, Set<Known.Key> asks, Optional<Boundary> boundary) {
        Optional<Boundary> undecided =
                boundary.filter(each -> !committer.recall().remembersFrom(each));
        long below = committer.head().size();
        Map<Known.Key, Optional<Known>> known = new HashMap<>();
        var forgotten = new ArrayList<Known.Key>();
        for (Known.Key key : asks) {
            Optional<Known> remembered = committer.recall().find(key);
            if (remembered.isPresent()) {
                known.put(key, remembered);
            } else {
                forgotten.add(key);
            }
        }
        if ((!forgotten.isEmpty() || undecided.isPresent()) && below > 0) {
            try {
                known.putAll(lookedUp(ledger, forgotten, undecided, below));
            } catch (SQLException failure) {
                throw StoreUnavailable.nothingWritten(failure);
            }
        }
        return new Facts(below, known);
    }

    private Map<Known.Key, Optional<Known>> lookedUp(
            Ledger ledger, List<Known.Key> forgotten, Optional<Boundary> undecided, long below) throws SQLException {
        try {
            return lookUp(ledger, forgotten, undecided, below);
        } catch (SQLException failure) {
            if (!SqlFailure.isInternal(failure)) {
                throw failure;
            }
            return lookUp(ledger, forgotten, undecided, below);
        }
    }

    private Map<Known.Key, Optional<Known>> lookUp(
            Ledger ledger, List<Known.Key> forgotten, Optional<Boundary> undecided, long below) throws SQLException {
        try (Connection connection = storage.source().getConnection()) {
            var known = storage.lookups()
                    .facts(connection, ledger.id(), forgotten, below)
                    .known();
            if (undecided.isPresent()) {
                storage.lookups().decide(connection, ledger.id(), undecided.get(), below);
            }
            return known;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
