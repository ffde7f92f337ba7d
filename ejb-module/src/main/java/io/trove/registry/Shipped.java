package io.trove.registry;

import io.trove.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The payload schemas of Trove's own events, which every ledger has and nobody registers. */
final class Shipped {

    static final String VERSION = "1";

    private static final Set<String> INSTALLATION_ONLY = Set.of("organization.created");
    private static final Map<String, Registration> ALL = read();
    private static final Map<String, Lineage> LINEAGES = lineages();

    private Shipped() {}

    static Optional<Registration> registration(String schemaId) {
        return Optional.ofNullable(ALL.get(schemaId));
    }

    static Optional<Lineage> lineage(String schemaId) {
        return Optional.ofNullable(LINEAGES.get(schemaId));
    }

    /** Whether Trove has this schema; what only the installation's ledger means is free for others everywhere else. */
    static boolean has(String schemaId, boolean inInstallation) {
        return ALL.containsKey(schemaId) && (inInstallation || !INSTALLATION_ONLY.contains(schemaId));
    }

    /** The types that have one, in their order. */
    static List<String> types(boolean inInstallation) {
        return ALL.keySet().stream().filter(type -> has(type, inInstallation)).toList();
    }

    private static Map<String, Registration> read() {
        try (InputStream in = Shipped.class.getResourceAsStream("system-events.json")) {
            Map<String, Registration> all = new LinkedHashMap<>();
            Json.parse(in.readAllBytes())
                    .members()
                    .forEach((type, schema) -> all.put(type, Registration.ofSchema(schema)));
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Lineage> lineages() {
        Map<String, Lineage> lineages = new LinkedHashMap<>();
        for (String type : ALL.keySet()) {
            var lineage = new Lineage(0);
            lineage.learn(new Setting(0, type, VERSION, Setting.STATUS, Status.ENABLED.name()));
            lineages.put(type, lineage);
        }
        return lineages;
    }
}
