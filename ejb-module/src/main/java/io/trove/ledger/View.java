package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ledger as a decision sees it: the batch so far, then the round before it that is still on its way, then what this
 * server remembers, then the request's facts.
 */
final class View {

    private final Recall recall;
    private final Map<Known.Key, Known> underway;
    private final List<Placed> underwayPlaced;
    private final Map<Known.Key, Known> batch = new HashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private Map<Known.Key, Known> request = new HashMap<>();
    private Facts facts;

    View(Recall recall) {
        this.recall = recall;
        this.underway = Map.of();
        this.underwayPlaced = List.of();
    }

    /** As it will be when this round is written. */
    View(Recall recall, Round underway) {
        this.recall = recall;
        this.underway = underway.learnt();
        this.underwayPlaced = underway.placed();
    }

    /** Turns to the next request of the batch. */
    void turnTo(Facts nextFacts) {
        facts = nextFacts;
        request = new HashMap<>();
    }

    Optional<Known> find(Known.Key key) {
        Known decided = request.get(key);
        if (decided == null) {
            decided = batch.get(key);
        }
        if (decided == null) {
            decided = underway.get(key);
        }
        return decided != null ? Optional.of(decided) : recall.find(key).or(() -> facts.find(key));
    }

    /** Why a condition does not hold. */
    Optional<Refusal> conflict(Boundary boundary) {
        Stream<Recent> unwritten =
                Stream.concat(underwayPlaced.stream(), placed.stream()).map(Recent::of);
        return boundary.conflict(Stream.concat(recall.since(boundary.decidedBelow()).stream(), unwritten));
    }

    void put(Known.Key key, Known value) {
        request.put(key, value);
    }

    /** The request at hand is part of the batch; without this, it leaves no trace. */
    void accept(List<Placed> events) {
        batch.putAll(request);
        placed.addAll(events);
    }

    Map<Known.Key, Known> batch() {
        return batch;
    }
}
