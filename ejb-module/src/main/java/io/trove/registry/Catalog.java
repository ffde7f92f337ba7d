package io.trove.registry;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.Lift;
import io.trove.jsonschema.References;
import io.trove.jsonschema.SchemaRefused;
import io.trove.ledger.Head;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What this server remembers of a ledger's schemas. It is brought to a head by reading what was set since, so that what a
 * head's settings version stands for is what is known; compiled schemas never change and stay.
 */
final class Catalog {

    private static final int LINEAGES_MAX = 20_000;
    private static final int COMPILED_MAX = 2_000;
    private static final long COMPILED_BYTES_MAX = 16L << 20;
    private static final int VERSIONS_MAX = 1_000;
    private static final String LEDGER = "";

    private final SchemaRows rows;
    private final boolean ofInstallation;
    private final Map<String, Lineage> lineages = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<SchemaId, Compiled> compiled = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<SchemaId, Optional<Lift>> lifts = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> versions = new HashSet<>();
    private long compiledBytes;
    private long settingsVersion = -1;
    private long epoch = -1;
    private long below;

    Catalog(SchemaRows rows, boolean ofInstallation) {
        this.rows = rows;
        this.ofInstallation = ofInstallation;
    }

    /** Whether this schema is Trove's own here. */
    boolean shipped(String schemaId) {
        return Shipped.has(schemaId, ofInstallation);
    }

    /** What there is to be known of a schema at a head, or at a later one. */
    synchronized <T> T ask(String schemaId, Head head, Function<Lineage, T> question) {
        reach(head);
        return question.apply(lineage(schemaId));
    }

    /** A setting of the ledger at a head, or at a later one. */
    Optional<String> setting(String name, Head head) {
        return ask(LEDGER, head, ledger -> ledger.setting(name));
    }

    /** Whether any schema of the ledger has a version of this name; one that is registered stays. */
    boolean hasVersion(String version, Head head) {
        if (version.equals(Shipped.VERSION) || isKnown(version, head)) {
            return true;
        }
        boolean found = rows.hasVersion(version);
        if (found) {
            know(version, head);
        }
        return found;
    }

    private synchronized boolean isKnown(String version, Head head) {
        reach(head);
        return versions.contains(version);
    }

    /** No append waits for the look-up before this; after a restore in between it says nothing. */
    private synchronized void know(String version, Head head) {
        if (head.epoch() == epoch && versions.size() < VERSIONS_MAX) {
            versions.add(version);
        }
    }

    private void reach(Head head) {
        if (head.epoch() != epoch) {
            lineages.clear();
            versions.clear();
            epoch = head.epoch();
            settingsVersion = head.settingsVersion();
            below = head.size();
        } else if (head.settingsVersion() > settingsVersion) {
            if (!lineages.isEmpty()) {
                learn(rows.settings(below, head.size()), head.size());
            }
            settingsVersion = head.settingsVersion();
            below = head.size();
        }
    }

    private void learn(List<Setting> since, long reached) {
        for (Setting row : since) {
            Lineage known = lineages.get(row.schemaId());
            if (known != null) {
                known.learn(row);
            }
        }
        lineages.values().forEach(each -> each.reach(reached));
    }

    private Lineage lineage(String schemaId) {
        Optional<Lineage> shipped = shipped(schemaId) ? Shipped.lineage(schemaId) : Optional.empty();
        if (shipped.isPresent()) {
            return shipped.get();
        }
        Lineage known = lineages.get(schemaId);
        if (known == null) {
            known = new Lineage(0);
            rows.settings(schemaId, below).forEach(known::learn);
            known.reach(below);
            lineages.put(schemaId, known);
            if (lineages.size() > LINEAGES_MAX) {
                lineages.remove(lineages.keySet().iterator().next());
            }
        }
        return known;
    }

    /** A registered version, compiled once. */
    Compiled compiled(String schemaId, Version version, Head head) {
        var key = new SchemaId(schemaId, version.version());
        synchronized (this) {
            Compiled known = compiled.get(key);
            if (known != null) {
                return known;
            }
        }
        Registration registration = registration(schemaId, version);
        var fresh = new Compiled(registration, JsonSchema.of(registration.schema(), references(head)));
        keep(key, fresh);
        return fresh;
    }

    private synchronized void keep(SchemaId key, Compiled fresh) {
        if (compiled.put(key, fresh) == null) {
            compiledBytes += weight(fresh);
        }
        var eldest = compiled.entrySet().iterator();
        while (compiled.size() > COMPILED_MAX || (compiledBytes > COMPILED_BYTES_MAX && compiled.size() > 1)) {
            compiledBytes -= weight(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static long weight(Compiled one) {
        return one.registration().schema().canonical().length;
    }

    /** What was registered. */
    Registration registration(String schemaId, Version version) {
        return Optional.of(schemaId)
                .filter(this::shipped)
                .flatMap(Shipped::registration)
                .orElseGet(() -> SchemaEvents.registration(Json.parse(rows.document(version.position()))));
    }

    /** How a payload becomes one of this version, where that was registered with it. */
    Optional<Lift> lift(String schemaId, Version version) {
        var key = new SchemaId(schemaId, version.version());
        synchronized (lifts) {
            Optional<Lift> known = lifts.get(key);
            if (known != null) {
                return known;
            }
        }
        Optional<Lift> fresh = registration(schemaId, version).lift().map(Lift::of);
        synchronized (lifts) {
            lifts.put(key, fresh);
            if (lifts.size() > COMPILED_MAX) {
                lifts.remove(lifts.keySet().iterator().next());
            }
        }
        return fresh;
    }

    /** What a schema of this ledger may refer to. */
    References references(Head head) {
        return uri -> SchemaUris.read(uri)
                .flatMap(named -> ask(named.id(), head, it -> it.version(named.version()))
                        .map(version -> registration(named.id(), version).schema()));
    }

    /** A schema to be registered, compiled; {@link SchemaInvalid} when it cannot be. */
    JsonSchema compile(SchemaId schema, Registration registration, Head head) {
        if (JsonSchema.references(registration.schema()).contains(SchemaUris.of(schema))) {
            throw new SchemaInvalid("The schema refers to itself as %s, which is a circle; say \"#\" instead"
                    .formatted(SchemaUris.of(schema)));
        }
        try {
            return JsonSchema.of(registration.schema(), references(head));
        } catch (SchemaRefused refused) {
            throw new SchemaInvalid(refused);
        }
    }

    List<String> ids(String after, int limit, Head head) {
        return rows.ids(after, limit, head.size());
    }
}
