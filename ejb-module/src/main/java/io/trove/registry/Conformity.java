package io.trove.registry;

import io.trove.event.Draft;
import io.trove.ledger.Conformed;
import io.trove.ledger.Conforms;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Judges what is appended by the schemas of its ledger. */
@ApplicationScoped
class Conformity implements Conforms {

    @Inject
    private Catalogs catalogs;

    @Override
    public Conformed conform(Ledger ledger, Head head, List<Draft> drafts) {
        return new Judgement(catalogs.of(ledger), head).of(drafts);
    }
}
