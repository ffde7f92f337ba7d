package io.trove.integrity;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.Records;
import io.trove.evidence.ClaimedSchema;
import io.trove.evidence.Evidence;
import io.trove.evidence.TlogProof;
import io.trove.evidence.TrustedKey;
import io.trove.evidence.Verdict;
import io.trove.evidence.Verifier;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.merkle.ProofInvalid;
import io.trove.merkle.Tree;
import io.trove.query.Found;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gives evidence: events with what opens their records, led to a signed checkpoint. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Disclosing {

    @Inject
    private Store store;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private SchemaClaims claims;

    @Inject
    private Ledgers ledgers;

    @Inject
    private RecentTiles recent;

    /** Evidence of events that were found, and, if a size is given, that the ledger only grew from it. */
    public Evidence evidence(Sight sight, Collection<Found> found, OptionalLong from) {
        Ledger ledger = sight.ledger();
        var events = new TreeMap<Long, Found>();
        found.forEach(event -> events.put(event.position(), event));
        List<ClaimedSchema> schemas = claims.of(sight, events.values());
        SortedMap<Long, Found> registrations = claims.registrations(sight, schemas);
        long size = Math.max(events.isEmpty() ? 1 : events.lastKey() + 1, from.orElse(1));
        Signed signed = checkpoints.covering(ledger, size);
        List<LedgerKey> keys = checkpoints.keys(ledger);
        try {
            return store.with(ledger, tables -> {
                Tree tree = new StoredTiles(tables).tree(signed.checkpoint().size());
                var proven = new TreeSet<Long>(events.keySet());
                proven.addAll(registrations.keySet());
                var openings = new Openings(tables);
                return new Evidence(
                        signed.note(),
                        keys.stream().map(LedgerKey::key).toList(),
                        new Handovers(tables).of(keys),
                        openings.of(events),
                        schemas,
                        openings.of(registrations),
                        proven.isEmpty() ? List.of() : tree.multiProof(proven),
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
        long size = signed.checkpoint().size();
        Head head = ledgers.head(sight.ledger());
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
                    recent.tree(tables, sight.ledger(), head, size).inclusion(found.position()),
                    signed.note());
        });
    }

    /** What this server makes of evidence that somebody holds; whoever does not trust it asks the offline verifier instead. */
    public Verdict verify(Ledger ledger, byte[] evidence) {
        TrustedKey[] keys = checkpoints.keys(ledger).stream()
                .map(key -> TrustedKey.parse(key.key().text()))
                .toArray(TrustedKey[]::new);
        return Verifier.trusting(keys).check(evidence);
    }
}
