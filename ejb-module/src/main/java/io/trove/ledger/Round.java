package io.trove.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One attempt at a batch: who is on it, what was decided from a head, and the rows that follow from it. */
final class Round {

    private final List<Ticket> batch = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final WriteSet writes = new WriteSet();
    private final View view;
    private final Decision decision;
    private final Head from;
    private final long recordedAtMicros;
    private long settings;
    private long rows;
    private long bytes;
    private Head to;

    /** A round with nobody on it, which is decided from this head as the view has it. */
    Round(Head from, long recordedAtMicros, View view) {
        this.from = from;
        this.to = from;
        this.settings = from.settingsVersion();
        this.recordedAtMicros = recordedAtMicros;
        this.view = view;
        this.decision = new Decision(view, from.size(), recordedAtMicros);
    }

    /** Whether one more fits in; one always does. */
    boolean hasRoomFor(Ticket ticket, Bounds bounds) {
        return batch.isEmpty()
                || (rows + ticket.rows() <= bounds.batchRowsMax() && bytes + ticket.bytes() <= bounds.batchBytesMax());
    }

    void board(Ticket ticket) {
        batch.add(ticket);
        rows += ticket.rows();
        bytes += ticket.bytes();
    }

    /** The first on it who is not decided. */
    Optional<Ticket> undecided() {
        return outcomes.size() < batch.size() ? Optional.of(batch.get(outcomes.size())) : Optional.empty();
    }

    /** Decides the first who is not decided. */
    void decide() {
        Ticket ticket = batch.get(outcomes.size());
        Outcome outcome = ticket.isStale(settings) ? new Outcome.Stale() : decision.decide(ticket);
        outcomes.add(outcome);
        if (outcome instanceof Outcome.Granted granted) {
            take(ticket, granted);
        }
    }

    private void take(Ticket ticket, Outcome.Granted granted) {
        placed.addAll(granted.placed());
        granted.placed().forEach(event -> writes.add(EventTable.row(event)));
        granted.request()
                .ifPresent(request ->
                        writes.add(EventTable.row(ticket.once().orElseThrow().keyHash(), request)));
        if (!granted.placed().isEmpty()) {
            ticket.companions().forEach(writes::add);
            settings += ticket.movesSettings() ? 1 : 0;
        }
    }

    /** Lets the components add their rows to what was granted; nobody boards any more. */
    void close(Ledger ledger, Appending.Past past, Consumer<Appending> contributors) {
        if (hasEvents()) {
            var appending = new Appending(ledger, from, placed, writes, past);
            contributors.accept(appending);
            to = from.after(placed.size(), recordedAtMicros, appending.tree()).under(settings);
        }
    }

    /** Whether it writes nothing. */
    boolean isEmpty() {
        return writes.rows().isEmpty();
    }

    /** Whether it writes events, and so moves the head; without them there may be keys to be remembered. */
    boolean hasEvents() {
        return !placed.isEmpty();
    }

    /** Whether somebody is refused, which only holds as long as the head is where it was. */
    boolean refuses() {
        return outcomes.stream().anyMatch(Outcome.Refused.class::isInstance);
    }

    List<Ticket> batch() {
        return batch;
    }

    Head from() {
        return from;
    }

    Head to() {
        return to;
    }

    /** What it writes, in the order of positions. */
    List<Placed> placed() {
        return placed;
    }

    WriteSet writes() {
        return writes;
    }

    Map<Known.Key, Known> learnt() {
        return view.batch();
    }

    /** The digest by which the first event can be recognised, should the commit's answer be lost. */
    byte[] firstDigest() {
        return placed.get(0).kept().digest();
    }

    void settle() {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).settle(outcomes.get(i));
        }
    }
}
