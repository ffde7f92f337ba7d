package io.trove.registry;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.jsonschema.Allowance;
import io.trove.jsonschema.TooCostly;
import io.trove.jsonschema.Violation;
import io.trove.ledger.Conformed;
import io.trove.ledger.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a request's drafts by a ledger's schemas as they are at a head. */
final class Judgement {

    private static final int OFFENCES_MAX = 100;
    private static final String PAYLOAD = "/payload";

    /** What commands lead to is a setting of the ledger too, whoever keeps it. */
    private static final String COMMAND_REGISTERED = "command.registered";

    private static final Json NOTHING = Json.nul();

    private final Catalog catalog;
    private final Head head;
    private final List<Nonconforming.Offence> offences = new ArrayList<>();
    private final Allowance allowance = new Allowance();

    /** What took too long once takes as long the next time: the request is refused, and the rest of it not looked at. */
    private boolean exhausted;

    Judgement(Catalog catalog, Head head) {
        this.catalog = catalog;
        this.head = head;
    }

    Conformed of(List<Draft> drafts) {
        var judged = new ArrayList<Draft>(drafts.size());
        boolean moves = false;
        for (int i = 0; i < drafts.size() && offences.size() < OFFENCES_MAX && !exhausted; i++) {
            Draft draft = drafts.get(i);
            moves = moves
                    || SchemaEvents.moveSettings(draft.type())
                    || draft.type().equals(COMMAND_REGISTERED);
            judged.add(judged(i, draft));
        }
        if (!offences.isEmpty()) {
            throw new Nonconforming(offences);
        }
        return new Conformed(judged, head.settingsVersion(), moves);
    }

    private Draft judged(int index, Draft draft) {
        Optional<SchemaId> named = draft.schema();
        String id = named.map(SchemaId::id).orElse(draft.type());
        Optional<Version> version = named.isPresent() ? named(index, named.get()) : latest(id);
        if (version.isEmpty()) {
            if (catalog.setting(Setting.SCHEMAS, head)
                    .filter("required"::equals)
                    .isPresent()) {
                throw SchemaUnknown.required(index, draft.type());
            }
            return draft;
        }
        var schema = new SchemaId(id, version.get().version());
        Compiled compiled = catalog.compiled(id, version.get(), head);
        check(index, schema, compiled, draft);
        if (draft.type().equals(SchemaEvents.REGISTERED) && offences.isEmpty()) {
            Registering.judge(catalog, head, draft.payload().orElseThrow());
        }
        List<String> indexBy = compiled.registration().indexBy();
        return named.isPresent() && indexBy.isEmpty() ? draft : draft.under(schema, indexBy);
    }

    private Optional<Version> latest(String type) {
        return catalog.ask(type, head, Lineage::latest);
    }

    private Optional<Version> named(int index, SchemaId named) {
        Version version = catalog.ask(named.id(), head, it -> it.version(named.version()))
                .orElseThrow(() -> SchemaUnknown.named(index, named));
        if (version.status() == Status.DISABLED) {
            throw SchemaUnknown.disabled(index, named);
        }
        return Optional.of(version);
    }

    private void check(int index, SchemaId schema, Compiled compiled, Draft draft) {
        List<Violation> violations;
        try {
            violations = compiled.schema().violations(draft.payload().orElse(NOTHING), allowance);
        } catch (TooCostly costly) {
            exhausted = true;
            violations = List.of(
                    new Violation("", "", "#", "a value of which " + costly.getMessage(), "one that can be checked"));
        }
        if (!violations.isEmpty()) {
            offences.add(new Nonconforming.Offence(
                    index,
                    schema,
                    violations.stream().map(each -> each.within(PAYLOAD)).toList()));
        }
    }
}
