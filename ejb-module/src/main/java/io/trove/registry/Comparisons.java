package io.trove.registry;

import io.trove.jsonschema.Compatibility;
import io.trove.jsonschema.CompatibilityMode;
import io.trove.jsonschema.Earlier;
import io.trove.jsonschema.References;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Holds two registered versions of a schema against each other. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Comparisons {

    @Inject
    private Catalogs catalogs;

    @Inject
    private Ledgers ledgers;

    /** What a version means to an earlier one, in both directions, as answers say it; {@link SchemaUnknown} without either. */
    public Map<String, Object> of(Ledger ledger, String id, String version, String earlier) {
        Head head = ledgers.head(ledger);
        Catalog catalog = catalogs.of(ledger);
        References references = catalog.references(head);
        var before = new Earlier(
                earlier,
                catalog.compiled(id, there(catalog, head, id, earlier), head).schema(),
                references);
        return Verdicts.members(Compatibility.of(
                catalog.compiled(id, there(catalog, head, id, version), head).schema(),
                references,
                List.of(before),
                CompatibilityMode.FULL,
                true));
    }

    private static Version there(Catalog catalog, Head head, String id, String version) {
        return catalog.ask(id, head, it -> it.version(version)).orElseThrow(() -> SchemaUnknown.version(id, version));
    }
}
