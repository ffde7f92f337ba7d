package io.trove.links;

import io.trove.access.Sight;
import io.trove.crypto.Secrets;
import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Expected;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Receipt;
import io.trove.ledger.VersionConflict;
import io.trove.query.EventUnknown;
import io.trove.query.Found;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells the links of an event, makes one between events that are there, and takes one away. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Links {

    private static final int TRIES_MAX = 50;

    @Inject
    private LinkStore store;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Query query;

    @Inject
    private Appender appender;

    @Inject
    private Secrets secrets;

    /** A page of an event's links. */
    public Page of(Sight sight, String id, OptionalInt version, Scope scope, int limit, Optional<String> cursor) {
        int wanted = new PageRequest(limit, io.trove.query.Order.ASC, cursor).limit();
        Node node = node(sight, id, version);
        Head head = ledgers.head(sight.ledger());
        String question = String.join(
                "\0", sight.ledger().uid(), sight.version(), head.epoch() + "", node.position() + "", scope.toString());
        var key = secrets.key("cursor");
        Place.Following from = cursor.map(text -> Place.after(text, key, question))
                .orElseGet(() -> new Place.Following(Place.BEGINNING, head.size()));
        Listing.Stretch found = store.reading(
                sight.ledger(),
                tables -> new Listing(tables, node, scope, from.below(), Seen.by(sight, tables))
                        .read(from.place(), wanted));
        return new Page(
                found.items().stream().map(link -> said(sight, link)).toList(),
                found.next().map(place -> place.cursor(key, question, from.below())));
    }

    private Listed said(Sight sight, Listed link) {
        return link.isAutomatic()
                ? link
                : link.with(at(sight, link.said())
                        .flatMap(found ->
                                Metadata.of(Json.parse(found.document()), link.source(), link.type(), link.target())));
    }

    /** Makes the link, unless it is there and says the same. */
    public Linked link(Sight sight, Caller by, Asked asked) {
        return settle(sight, by, asked, true);
    }

    /** Takes the link away, if it is there. */
    public Linked unlink(Sight sight, Caller by, Asked asked) {
        return settle(sight, by, asked, false);
    }

    private Linked settle(Sight sight, Caller by, Asked asked, boolean wanted) {
        Asked kept = asked.kept();
        LinkEvents.requireType("/type", kept.type());
        if (LinkType.isAutomatic(kept.type())) {
            throw LinkRefused.automatic(kept.type());
        }
        Node source = end(sight, kept.sourceId(), kept.sourceVersion(), wanted);
        Node target = end(sight, kept.targetId(), kept.targetVersion(), wanted);
        for (int tries = 1; ; tries++) {
            History history = history(sight, source, kept.type(), target);
            Optional<Json> there = history.edge().flatMap(edge -> metadata(sight, source, edge, target));
            boolean same = kept.metadata().isEmpty() || kept.metadata().equals(there);
            if (history.edge().isPresent() == wanted && (!wanted || same)) {
                long said = history.edge().map(Edge::said).orElse(-1L);
                return new Linked(listed(source, kept.type(), target, said, there), Optional.empty());
            }
            try {
                Draft draft = wanted
                        ? LinkEvents.linked(by, source, kept.type(), target, kept.metadata())
                        : LinkEvents.unlinked(by, source, kept.type(), target, kept.metadata());
                Receipt receipt = append(sight, draft, history.changes());
                return new Linked(
                        listed(source, kept.type(), target, receipt.position(), kept.metadata()), Optional.of(receipt));
            } catch (VersionConflict somebodyWasQuicker) {
                if (tries == TRIES_MAX) {
                    throw somebodyWasQuicker;
                }
            }
        }
    }

    private Receipt append(Sight sight, Draft draft, long changes) {
        var expected = Expected.version(LinkEvents.ENTITY, draft.entity().id().orElseThrow(), changes);
        return appender.append(sight.ledger(), Caller.trove(), Append.of(draft).expecting(java.util.List.of(expected)))
                .get(0);
    }

    /** The edge, if it holds, and how often it was made or taken away here. */
    private record History(Optional<Edge> edge, long changes) {}

    private History history(Sight sight, Node source, String type, Node target) {
        long below = ledgers.head(sight.ledger()).size();
        String entity = LinkEvents.entityId(source.id(), type, target.id());
        return store.reading(
                sight.ledger(),
                tables -> new History(
                        new StoredLinks(tables, source, below).to(target, type),
                        new Nodes(tables).changes(LinkEvents.ENTITY, entity, below)));
    }

    private Optional<Json> metadata(Sight sight, Node source, Edge edge, Node target) {
        return at(sight, edge.said())
                .flatMap(found -> Metadata.of(Json.parse(found.document()), source.id(), edge.type(), target.id()));
    }

    private static Listed listed(Node source, String type, Node target, long said, Optional<Json> metadata) {
        return new Listed(source.id(), type, target.id(), said, false, false, metadata);
    }

    private Node node(Sight sight, String id, OptionalInt version) {
        Found found = query.find(sight, id, version);
        EventId named = id(Json.parse(found.document()));
        return new Node(found.position(), named, "");
    }

    private Node end(Sight sight, String id, OptionalInt version, boolean links) {
        try {
            return node(sight, id, version);
        } catch (EventUnknown unknown) {
            throw links ? LinkTargetUnknown.linking(id, version) : LinkTargetUnknown.unlinking(id, version);
        }
    }

    private Optional<Found> at(Sight sight, long position) {
        try {
            return Optional.of(query.at(sight, position));
        } catch (EventUnknown hidden) {
            return Optional.empty();
        }
    }

    private static EventId id(Json document) {
        return new EventId(
                document.at("/id/id").flatMap(Json::text).orElseThrow(),
                Math.toIntExact(
                        document.at("/id/version").orElseThrow().integer().orElseThrow()));
    }
}
