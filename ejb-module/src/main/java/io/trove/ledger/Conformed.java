package io.trove.ledger;

import io.trove.event.Draft;
import java.util.List;

/** Drafts that conform to a ledger's settings of this version, and whether they move the settings themselves. */
public record Conformed(List<Draft> drafts, long settingsVersion, boolean movesSettings) {

    public Conformed {
        drafts = List.copyOf(drafts);
    }
}
