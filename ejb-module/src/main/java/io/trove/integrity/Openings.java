package io.trove.integrity;

import io.trove.event.Json;
import io.trove.event.Records;
import io.trove.evidence.Disclosed;
import io.trove.filter.Tables;
import io.trove.query.Found;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Opens the records of events, each as far as it was found: what is masked stays a commitment. */
final class Openings {

    private final KeptSeeds kept;

    Openings(Tables tables) {
        this.kept = new KeptSeeds(tables);
    }

    List<Disclosed> of(SortedMap<Long, Found> events) throws SQLException {
        Map<Long, byte[]> seeds = kept.at(new TreeSet<>(events.keySet()));
        Map<Long, byte[]> documents = kept.documents(events.values().stream()
                .filter(event -> !event.isWhole())
                .map(Found::position)
                .collect(Collectors.toCollection(TreeSet::new)));
        var disclosed = new ArrayList<Disclosed>();
        events.forEach((position, event) -> {
            byte[] whole = documents.getOrDefault(position, event.document());
            disclosed.add(of(position, Json.parse(whole), seeds.get(position), event.masked()));
        });
        return disclosed;
    }

    /** An event with what opens its record, but for these members. */
    static Disclosed of(long position, Json document, byte[] seed, Set<String> masked) {
        byte[] record = Records.record(document, seed);
        var members = new TreeMap<String, Disclosed.Opening>();
        Json.parse(record).member("private").orElseThrow().members().keySet().stream()
                .filter(name -> !masked.contains(name))
                .forEach(name -> members.put(
                        name,
                        new Disclosed.Opening(
                                document.member(name).orElseThrow().canonical(), Records.salt(seed, name))));
        return new Disclosed(position, record, members);
    }
}
