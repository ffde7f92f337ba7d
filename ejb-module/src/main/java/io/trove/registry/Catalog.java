package io.trove.registry;

import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.Lift;
import io.trove.jsonschema.References;
import io.trove.jsonschema.SchemaRefused;
import io.trove.ledger.Head;
import io.trove.ledger.LedgerId;
import io.trove.ledger.Memories;
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
final class Catalog implements Memories.Memory {

    private static final int LINEAGES_MAX = 20_000;
    private static final int VERSIONS_MAX = 1_000;

    /** Longer than any that is registered: nothing is asked of those, and nothing remembered. */
    private static final int ID_CHARACTERS_MAX = 200;

    private static final String LEDGER = "";

    private final SchemaRows rows;
    private final boolean ofInstallation;
    private final Shared shared;
    private final Map<String, Lineage> lineages = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> versions = new HashSet<>();
    private int entries;
    private long settingsVersion = -1;
    private long epoch = -1;
    private long below;

    Catalog(SchemaRows rows, boolean ofInstallation, Shared shared) {
        this.rows = rows;
        this.ofInstallation = ofInstallation;
        this.shared = shared;
    }

    /** What all catalogs of a server have room for together: what was compiled, and what is known of schemas. */
    record Shared(Compilations<Key, Compiled> compiled, Compilations<Key, Optional<Lift>> lifts, Memories known) {

        private static final int SCHEMAS_PART = 8;
        private static final int LIFTS_PART = 32;
        private static final int KNOWN_MAX = 100_000;

        static Shared fresh() {
            return new Shared(
                    Compilations.inPartOfHeap(SCHEMAS_PART),
                    Compilations.inPartOfHeap(LIFTS_PART),
                    new Memories(KNOWN_MAX));
        }
    }

    /** A version of a schema of this ledger. */
    record Key(LedgerId ledger, SchemaId schema) {}

    /** Whether this schema is Trove's own here. */
    boolean shipped(String schemaId) {
        return Shipped.has(schemaId, ofInstallation);
    }

    /** What there is to be known of a schema at a head, or at a later one. */
    <T> T ask(String schemaId, Head head, Function<Lineage, T> question) {
        T answer;
        int before;
        int now;
        synchronized (this) {
            before = entries;
            reach(head);
            answer = question.apply(lineage(schemaId));
            now = entries;
        }
        if (now > before) {
            shared.known.learnt(this, now);
        }
        return answer;
    }

    @Override
    public synchronized void forget() {
        lineages.clear();
        versions.clear();
        entries = 0;
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
            forget();
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
                entries++;
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
        if (known == null && schemaId.length() > ID_CHARACTERS_MAX) {
            return new Lineage(0);
        }
        if (known == null) {
            known = new Lineage(0);
            rows.settings(schemaId, below).forEach(known::learn);
            known.reach(below);
            lineages.put(schemaId, known);
            entries += known.entries();
            if (lineages.size() > LINEAGES_MAX) {
                entries -= lineages.remove(lineages.keySet().iterator().next()).entries();
            }
        }
        return known;
    }

    /** A registered version, compiled once. */
    Compiled compiled(String schemaId, Version version, Head head) {
        var key = key(schemaId, version);
        return shared.compiled.find(key).orElseGet(() -> {
            Registration registration = registration(schemaId, version);
            var fresh = new Compiled(registration, JsonSchema.of(registration.schema(), references(head)));
            shared.compiled.keep(key, fresh, fresh.bytes());
            return fresh;
        });
    }

    private Key key(String schemaId, Version version) {
        return new Key(rows.ledger(), new SchemaId(schemaId, version.version()));
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
        var key = key(schemaId, version);
        return shared.lifts.find(key).orElseGet(() -> {
            Optional<Json> said = registration(schemaId, version).lift();
            Optional<Lift> fresh = said.map(Lift::of);
            long bytes = said.map(lift -> lift.canonical().length).orElse(0);
            shared.lifts.keep(key, fresh, Compilations.EXPRESSION_TIMES * bytes);
            return fresh;
        });
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
