package io.trove.access;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.registry.Registration;
import io.trove.registry.Registry;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Fills the organization {@code demo} with something to look at: the same events each time, so that twice is once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Demo {

    /** The ledger that is filled. */
    public static final LedgerName LEDGER = new LedgerName("demo", "development");

    private static final int AT_ONCE = 500;
    private static final int SCHEMAS_MAX = 1_000;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Access access;

    @Inject
    private Registry registry;

    @Inject
    private Appender appender;

    /** Whether that was done: the last of its schemas is there. */
    public boolean isFilled() {
        Ledger ledger = ledgers.find(LEDGER);
        return registry.schemas(ledger, "", SCHEMAS_MAX).stream()
                .anyMatch(listed -> listed.schema().id().equals(DemoSchemas.LAST));
    }

    /** Registers the schemas of the documentation's worlds and appends what happened there, by the ordinary append. */
    public void fill(Caller caller) {
        Ledger ledger = ledgers.find(LEDGER);
        access.demandWrite(caller, ledger, Permission.SCHEMAS_WRITE, "Filling the demo organization");
        DemoSchemas.all()
                .forEach((schema, text) ->
                        registry.register(ledger, caller, new SchemaId(schema, "1"), Registration.of(text)));
        List<Json> events = DemoWorlds.events();
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            List<Draft> drafts = events.subList(from, Math.min(events.size(), from + AT_ONCE)).stream()
                    .map(Draft::of)
                    .toList();
            appender.append(ledger, caller, Append.of(drafts).withKey(Optional.of("demo-" + from)));
        }
    }
}
