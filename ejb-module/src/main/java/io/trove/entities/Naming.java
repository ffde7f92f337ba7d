package io.trove.entities;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Admits;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.Ledger;
import io.trove.ledger.Placed;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Writes, with an event, which entities it names, so that it is found for them; most types name none and cost nothing. */
@ApplicationScoped
class Naming implements Admits {

    /** So many entities an event may name beside its own. */
    static final int EVENT_MAX = 1_000;

    /** So many the events of a request may name together. */
    static final int REQUEST_MAX = 10_000;

    private static final Table NAMING =
            new Table("entity_naming", Column.text("entity_id"), Column.text("entity_type"), Column.number("position"));

    private static final Table SKIP = new Table(
            "entity_skip",
            Column.text("entity_id"),
            Column.text("entity_type"),
            Column.number("skipped"),
            Column.number("position"));

    @Override
    public void admit(Ledger ledger, Caller caller, List<Draft> drafts) {
        int all = 0;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (Named.mayName(draft.type()) && draft.entity().id().isPresent()) {
                var own =
                        new EntityId(draft.entity().type(), draft.entity().id().get());
                int named = Named.by(draft.type(), own, draft.payload().orElse(Json.nul()))
                        .size();
                all += named;
                if (named > EVENT_MAX || all > REQUEST_MAX) {
                    throw new TooManyNamed(
                            i, named > EVENT_MAX ? named : all, named > EVENT_MAX ? EVENT_MAX : REQUEST_MAX);
                }
            }
        }
    }

    void project(@Observes Appending batch) {
        for (Placed placed : batch.events()) {
            String type = placed.event().type();
            if (Named.mayName(type)) {
                Happened event = Happened.of(placed.position(), placed.kept().document());
                Named.by(event)
                        .forEach(each -> batch.contribute(NAMING.row(each.id(), each.type(), placed.position())));
            } else if (type.equals(Parked.SKIPPED)) {
                Happened event = Happened.of(placed.position(), placed.kept().document());
                EntityId entity = event.entity().orElseThrow();
                batch.contribute(SKIP.row(entity.id(), entity.type(), Parked.skipped(event), placed.position()));
            }
        }
    }
}
