package io.trove.entities;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.query.Visible;
import io.trove.refusal.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Replays over the database, each as far as a sight goes. */
@ApplicationScoped
class Replays {

    private static final String EVERY = "TROVE_SNAPSHOT_EVERY";
    private static final int EVERY_MAX = 10_000;

    @Inject
    @ConfigProperty(name = EVERY)
    private String configured;

    @Inject
    private SchemaFolds folds;

    @Inject
    private Visible visible;

    @Inject
    private Ledgers ledgers;

    private int every;

    @PostConstruct
    void assemble() {
        every = every(configured);
    }

    /** {@link CannotStart} when it is no number of events. */
    static int every(String text) {
        if (text.strip().matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= EVERY_MAX) {
                return number;
            }
        }
        throw new CannotStart("%s is %s; set it to a whole number from 1 to %d.".formatted(EVERY, text, EVERY_MAX));
    }

    /** By the folds of this name, or those of the generation that counts. Whoever sees less folds without snapshots. */
    Replay of(Tables tables, Sight sight, Optional<String> as) throws SQLException {
        Generation live = live(tables, sight.ledger());
        boolean isUsual = (as.isEmpty() || as.equals(live.fold())) && sight.isEverything();
        return new Replay(
                new Past(tables, seen(sight)),
                new Folding(
                        folds.of(sight.ledger(), as.or(live::fold)),
                        sight.ledger().uid()),
                isUsual ? Optional.of(new Snapshots(tables, live.number())) : Optional.empty(),
                every);
    }

    /** The generation of states that counts. */
    Generation live(Tables tables, Ledger ledger) throws SQLException {
        return Generations.live(tables, ledgers.head(ledger).size());
    }

    /** For Trove itself, which sees everything. */
    Replay ofAll(Tables tables, Ledger ledger, Generation generation) {
        return new Replay(
                new Past(tables, Past.Seen.everything()),
                new Folding(folds.of(ledger, generation.fold()), ledger.uid()),
                Optional.of(new Snapshots(tables, generation.number())),
                every);
    }

    private Past.Seen seen(Sight sight) {
        return new Past.Seen() {
            @Override
            public Set<Long> among(Collection<Long> positions) {
                return visible.among(sight, positions);
            }

            @Override
            public Json shown(Json document) {
                return sight.isEverything() ? document : sight.shown(document).document();
            }
        };
    }
}
