package io.trove.integrity;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.Records;
import io.trove.event.SchemaId;
import io.trove.evidence.Checkpoint;
import io.trove.evidence.Disclosed;
import io.trove.evidence.Evidence;
import io.trove.evidence.TlogProof;
import io.trove.evidence.TrustedKey;
import io.trove.evidence.Verdict;
import io.trove.evidence.Verifier;
import io.trove.ledger.Ledger;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Tree;
import io.trove.query.Found;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gives evidence: events with what opens their records, led to a signed checkpoint. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Disclosing {

    @Inject
    private Store store;

    @Inject
    private Checkpoints checkpoints;

    /** Evidence of events that were found, and, if a size is given, that the ledger only grew from it. */
    public Evidence evidence(Sight sight, Collection<Found> found, OptionalLong from) {
        Ledger ledger = sight.ledger();
        var events = new TreeMap<Long, Found>();
        found.forEach(event -> events.put(event.position(), event));
        long size = Math.max(events.isEmpty() ? 1 : events.lastKey() + 1, from.orElse(1));
        Signed signed = checkpoints.covering(ledger, size);
        try {
            return store.with(ledger, tables -> {
                Tree tree = new StoredTiles(tables).tree(signed.checkpoint().size());
                var kept = new KeptSeeds(tables);
                Map<Long, byte[]> seeds = kept.at(events.navigableKeySet());
                Map<Long, byte[]> documents = kept.documents(masked(events));
                var disclosed = new ArrayList<Disclosed>();
                events.forEach((position, event) -> disclosed.add(
                        disclosed(event, documents.getOrDefault(position, event.document()), seeds.get(position))));
                return new Evidence(
                        signed.note(),
                        List.of(checkpoints.key(ledger)),
                        disclosed,
                        schemas(events.values()),
                        events.isEmpty() ? List.of() : tree.multiProof(new TreeSet<>(events.keySet())),
                        from.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        new Evidence.Growth(from.getAsLong(), tree.consistency(from.getAsLong()))));
            });
        } catch (ProofInvalid beyond) {
            throw new ProofRefused(beyond.getMessage());
        }
    }

    /** The proof of one event in the form that other tools know. */
    public TlogProof proof(Sight sight, Found found) {
        Signed signed = checkpoints.covering(sight.ledger(), found.position() + 1);
        Checkpoint checkpoint = signed.checkpoint();
        return store.with(sight.ledger(), tables -> {
            var kept = new KeptSeeds(tables);
            var position = new TreeSet<>(List.of(found.position()));
            byte[] seed = kept.at(position).get(found.position());
            byte[] document = found.isWhole()
                    ? found.document()
                    : kept.documents(position).get(found.position());
            return new TlogProof(
                    Records.record(Json.parse(document), seed),
                    found.position(),
                    new StoredTiles(tables).tree(checkpoint.size()).inclusion(found.position()),
                    signed.note());
        });
    }

    /** What this server makes of evidence that somebody holds; whoever does not trust it asks the offline verifier instead. */
    public Verdict verify(Ledger ledger, byte[] evidence) {
        return Verifier.trusting(TrustedKey.parse(checkpoints.key(ledger).text()))
                .check(evidence);
    }

    private static SortedSet<Long> masked(Map<Long, Found> events) {
        return events.values().stream()
                .filter(event -> !event.isWhole())
                .map(Found::position)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is masked stays a commitment. */
    private static Disclosed disclosed(Found found, byte[] whole, byte[] seed) {
        Json document = Json.parse(whole);
        byte[] record = Records.record(document, seed);
        var members = new TreeMap<String, Disclosed.Opening>();
        Json.parse(record).member("private").orElseThrow().members().keySet().stream()
                .filter(name -> !found.masked().contains(name))
                .forEach(name -> members.put(
                        name,
                        new Disclosed.Opening(
                                document.member(name).orElseThrow().canonical(), Records.salt(seed, name))));
        return new Disclosed(found.position(), record, members);
    }

    private static List<SchemaId> schemas(Collection<Found> events) {
        return events.stream()
                .map(event -> Json.parse(event.document()).member("schema"))
                .flatMap(Optional::stream)
                .map(schema -> new SchemaId(text(schema, "id"), text(schema, "version")))
                .distinct()
                .toList();
    }

    private static String text(Json schema, String member) {
        return schema.member(member).flatMap(Json::text).orElse("");
    }
}
