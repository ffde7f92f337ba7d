package io.trove.access;

import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.ledger.Ledger;
import java.util.Arrays;
import java.util.List;

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

    public static Sight of(Ledger ledger, Extent extent) {
        return Sight.narrowed(ledger, extent, List.of(), extent.text());
    }
}
