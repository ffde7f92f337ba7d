package io.trove.registry;

import io.trove.event.Bounds;
import io.trove.event.Draft;
import io.trove.event.Identifier;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.jsonschema.JsonSchema;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers, finds and lists a ledger's schemas, changes what is beside their content, and sets the ledger's policy. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Registry {

    private static final int TRIES_MAX = 100;
    private static final String LATEST = "latest";
    private static final String CANDIDATE = "candidate";

    @Inject
    private Catalogs catalogs;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    /** What a registration came to: what is registered now, and whether it was not before. */
    public record Outcome(Registered registered, boolean isNew, List<Map<String, Object>> warnings) {}

    /** Registers a version; one that is there with the same content stays as it is, {@link SchemaTaken} with another. */
    public Outcome register(Ledger ledger, Caller by, SchemaId schema, Registration registration) {
        requireName("id", schema.id(), Bounds.SCHEMA_ID_BYTES_MAX);
        requireName("version", schema.version(), Bounds.SCHEMA_VERSION_BYTES_MAX);
        if (schema.version().equals(LATEST)) {
            throw new SchemaInvalid("\"latest\" is no version's name: it means the newest that is enabled");
        }
        try {
            appender.append(ledger, Caller.trove(), SchemaEvents.registered(by, schema, registration));
            return outcome(ledger, schema, registration, true);
        } catch (SchemaTaken taken) {
            if (!taken.sameContent()) {
                throw taken;
            }
            return outcome(ledger, schema, registration, false);
        }
    }

    private Outcome outcome(Ledger ledger, SchemaId schema, Registration registration, boolean isNew) {
        return new Outcome(find(ledger, schema.id(), schema.version()), isNew, warnings(schema.id(), registration));
    }

    /** Registers the version after the highest that is a number. */
    public Outcome registerNext(Ledger ledger, Caller by, String id, Registration registration) {
        for (int tries = 0; ; tries++) {
            String next = catalogs.of(ledger).ask(id, ledgers.head(ledger), Lineage::next);
            try {
                Outcome outcome = register(ledger, by, new SchemaId(id, next), registration);
                if (outcome.isNew()) {
                    return outcome;
                }
            } catch (SchemaTaken taken) {
                if (tries == TRIES_MAX) {
                    throw taken;
                }
            }
        }
    }

    /** A version, or the latest: the one last registered and enabled. */
    public Registered find(Ledger ledger, String id, String version) {
        Catalog catalog = catalogs.of(ledger);
        Head head = ledgers.head(ledger);
        if (catalog.ask(id, head, Lineage::isEmpty)) {
            throw SchemaUnknown.schema(id);
        }
        Version found = catalog.ask(id, head, it -> version.equals(LATEST) ? it.latest() : it.version(version))
                .orElseThrow(() -> SchemaUnknown.version(id, version));
        return new Registered(listed(catalog, head, id, found), catalog.registration(id, found));
    }

    /** How the events of a version fold; nothing of its own where there is no such version. */
    public FoldRule fold(Ledger ledger, SchemaId schema) {
        Catalog catalog = catalogs.of(ledger);
        return catalog.ask(schema.id(), ledgers.head(ledger), it -> it.version(schema.version()))
                .map(version -> catalog.registration(schema.id(), version).fold())
                .orElse(FoldRule.NONE);
    }

    /** A schema's versions, the newest first, before this one where it is given. */
    public List<Listed> versions(Ledger ledger, String id, Optional<String> before, int limit) {
        Catalog catalog = catalogs.of(ledger);
        Head head = ledgers.head(ledger);
        List<Version> all = catalog.ask(id, head, Lineage::newestFirst);
        if (all.isEmpty()) {
            throw SchemaUnknown.schema(id);
        }
        long below = before.flatMap(name ->
                        all.stream().filter(each -> each.version().equals(name)).findFirst())
                .map(Version::position)
                .orElse(Long.MAX_VALUE);
        return all.stream()
                .filter(each -> each.position() < below)
                .limit(limit)
                .map(each -> listed(catalog, head, id, each))
                .toList();
    }

    /** The newest version of each schema, by id, after this one; Trove's own are not among them. */
    public List<Listed> schemas(Ledger ledger, String after, int limit) {
        Catalog catalog = catalogs.of(ledger);
        Head head = ledgers.head(ledger);
        return catalog.ids(after, limit, head).stream()
                .map(id -> listed(
                        catalog,
                        head,
                        id,
                        catalog.ask(id, head, it -> it.newestFirst().get(0))))
                .toList();
    }

    /** The newest version of each of the schemas that are part of Trove. */
    public List<Listed> shipped(Ledger ledger) {
        Catalog catalog = catalogs.of(ledger);
        Head head = ledgers.head(ledger);
        return Shipped.types(false).stream()
                .map(id -> listed(
                        catalog,
                        head,
                        id,
                        catalog.ask(id, head, Lineage::latest).orElseThrow()))
                .toList();
    }

    /** Changes what is beside a version's content, as far as the patch (RFC 7396) says; each change is an event. */
    public Registered change(Ledger ledger, Caller by, SchemaId schema, Json patch) {
        Registered there = find(ledger, schema.id(), schema.version());
        if (there.listed().position().isEmpty()) {
            throw new SchemaInvalid("\"%s\" is part of Trove and does not change".formatted(schema.id()));
        }
        var settings = new LinkedHashMap<String, String>();
        patch.members()
                .forEach((name, value) -> settings.put(
                        name,
                        switch (name) {
                            case Setting.STATUS -> Registration.status(value).text();
                            case Setting.COMPATIBILITY -> Registration.mode(value);
                            case Setting.DESCRIPTION -> Registration.description(value);
                            default ->
                                throw new SchemaInvalid(
                                        "\"%s\" does not change; status, compatibility and description do"
                                                .formatted(name));
                        }));
        Map<String, Object> now = there.listed().members();
        settings.entrySet().removeIf(each -> each.getValue().equals(now.get(each.getKey())));
        if (!settings.isEmpty()) {
            appender.append(ledger, Caller.trove(), SchemaEvents.changed(by, there.schema(), settings));
        }
        return find(ledger, schema.id(), there.schema().version());
    }

    /** A schema that could be registered under this id, to be tried; {@link SchemaInvalid} when it could not. */
    public Candidate candidate(Ledger ledger, String id, Registration registration) {
        Head head = ledgers.head(ledger);
        Catalog catalog = catalogs.of(ledger);
        JsonSchema schema = catalog.compile(new SchemaId(id, CANDIDATE), registration, head);
        return new Candidate(catalog, head, id, schema, registration.lift().map(Registering::read));
    }

    /** A version that is registered, or the latest, to be tried on what was recorded before it. */
    public Candidate candidate(Ledger ledger, String id, String version) {
        Head head = ledgers.head(ledger);
        Catalog catalog = catalogs.of(ledger);
        Version found = catalog.ask(id, head, it -> version.equals(LATEST) ? it.latest() : it.version(version))
                .orElseThrow(() -> SchemaUnknown.version(id, version));
        return Candidate.registered(catalog, head, id, found);
    }

    /** What a schema would mean to the versions that are there, as answers say it; {@code explain} tells the harmless too. */
    public Map<String, Object> compatibility(Ledger ledger, String id, Registration registration, boolean explain) {
        Head head = ledgers.head(ledger);
        Catalog catalog = catalogs.of(ledger);
        var schema = new SchemaId(id, CANDIDATE);
        JsonSchema compiled = catalog.compile(schema, registration, head);
        Map<String, Object> members =
                Verdicts.members(Verdicts.of(catalog, head, schema, registration, compiled, explain));
        members.put("warnings", warnings(id, registration));
        return members;
    }

    /** Events as a version of their schemas has them: the latest, or the one of this name, which one of them must have. */
    public Lifting lifting(Ledger ledger, String as) {
        Head head = ledgers.head(ledger);
        Catalog catalog = catalogs.of(ledger);
        if (!as.equals(LATEST) && !catalog.hasVersion(as, head)) {
            throw SchemaUnknown.anywhere(as);
        }
        return new Lifting(catalog, head, as);
    }

    /** What will be regretted about a schema, as answers say it. */
    public List<Map<String, Object>> warnings(String id, Registration registration) {
        return Warnings.ofSchema(id, registration);
    }

    /** What will be regretted about events that came in a dialect, as answers say it: of a name once, of some where there are many. */
    public List<Map<String, Object>> warnings(Ledger ledger, String dialect, List<Draft> events) {
        return new Warnings(catalogs.of(ledger), () -> ledgers.head(ledger), false).ofEvents(dialect, events);
    }

    /** The same of each event, for who counts them. */
    public List<Map<String, Object>> warningsOfEach(Ledger ledger, String dialect, List<Draft> events) {
        return new Warnings(catalogs.of(ledger), () -> ledgers.head(ledger), true).ofEvents(dialect, events);
    }

    private static Listed listed(Catalog catalog, Head head, String id, Version version) {
        return Listed.of(id, version, catalog.ask(id, head, it -> it.setting(Setting.COMPATIBILITY)));
    }

    private static void requireName(String what, String name, int bytesMax) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > bytesMax || !Identifier.isOne(name)) {
            throw new SchemaInvalid(
                    "The schema's %s has %d bytes; 1 to %d without control characters or a space at the end were wanted"
                            .formatted(what, bytes, bytesMax));
        }
    }
}
