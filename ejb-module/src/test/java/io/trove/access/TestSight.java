package io.trove.access;

import io.trove.event.Json;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.ledger.Appending;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Ledger;
import io.trove.ledger.TestLedger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets tests of other packages see. */
public final class TestSight {

    private TestSight() {}

    public static Sight everything(Ledger ledger) {
        return Sight.everything(ledger);
    }

    /** What any of these filters means. */
    public static Sight of(Ledger ledger, Filter... any) {
        return of(ledger, new Extent(Arrays.asList(any), List.of()));
    }

    /** What roles, as they are set, show to a principal, as it is set, of a ledger as it is now. */
    public static Sight of(Database kind, FreshDatabase database, TestLedger ledger, Json principal, List<Json> roles) {
        var read = new ArrayList<Role>();
        roles.forEach(role -> read.add(Role.read("role" + read.size(), Form.of(role))));
        String name = principal.member("name").flatMap(Json::text).orElseThrow();
        return Sights.narrowed(
                new Rights(Optional.of(Principal.read(name, Form.of(principal))), read),
                ledger.ledger(),
                TestRelated.in(kind, database, ledger.ledger(), ledger.size()));
    }

    /** What those rules need to know of entities. */
    public static Consumer<Appending> facts() {
        return batch -> EntityFacts.rows(batch.events()).forEach(batch::contribute);
    }

    public static Sight of(Ledger ledger, Extent extent) {
        return Sight.narrowed(ledger, extent, List.of(), extent.text());
    }
}
