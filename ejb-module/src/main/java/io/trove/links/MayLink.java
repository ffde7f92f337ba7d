package io.trove.links;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.ledger.Admits;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.query.Visible;
import io.trove.registry.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets in the links whose targets are there, within their sender's sight or in the same request, and those that may wait. */
@ApplicationScoped
class MayLink implements Admits {

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Policies policies;

    @Inject
    private Visible visible;

    @Inject
    private LinkStore store;

    /** An end that an event of the request says. */
    private record Asked(int index, Said said) {}

    @Override
    public void admit(Ledger ledger, Caller caller, List<Draft> drafts) {
        List<Asked> asked = asked(ledger, caller, drafts);
        if (asked.isEmpty()) {
            return;
        }
        Optional<Asked> unknown = unknown(ledger, caller, drafts, asked);
        if (unknown.isPresent() && !policies.letLinksWait(ledger)) {
            Said said = unknown.get().said();
            throw LinkTargetUnknown.said(unknown.get().index(), said.id(), said.version());
        }
    }

    /** Of an import a later line may bring what a link leads to. */
    @Override
    public void admitPart(Ledger ledger, Caller caller, List<Draft> drafts) {
        asked(ledger, caller, drafts);
    }

    private List<Asked> asked(Ledger ledger, Caller caller, List<Draft> drafts) {
        var asked = new ArrayList<Asked>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            boolean links = LinkEvents.isOne(draft.type());
            if (links) {
                access.demand(caller, ledger, Permission.LINKS_WRITE, "Linking events");
            }
            if (links || !draft.links().isEmpty()) {
                for (Said said : Saying.said(draft)) {
                    if (LinkType.isAutomatic(said.type())) {
                        throw LinkRefused.automatic(i, said.type());
                    }
                    asked.add(new Asked(i, said));
                }
            }
        }
        return asked;
    }

    private Optional<Asked> unknown(Ledger ledger, Caller caller, List<Draft> drafts, List<Asked> asked) {
        Set<EventId> own = drafts.stream().flatMap(draft -> draft.id().stream()).collect(Collectors.toSet());
        Set<String> ownIds = own.stream().map(EventId::id).collect(Collectors.toSet());
        List<Asked> others =
                asked.stream().filter(each -> !isOwn(each.said(), own, ownIds)).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Set<String> ids = others.stream().map(each -> each.said().id()).collect(Collectors.toSet());
        long below = ledgers.head(ledger).size();
        List<Node> there = store.reading(ledger, tables -> new Nodes(tables).named(ids, below));
        Set<Long> seen = visible.among(
                access.sight(caller, ledger), there.stream().map(Node::position).toList());
        var known = new HashSet<EventId>();
        var knownIds = new HashSet<String>();
        there.stream().filter(node -> seen.contains(node.position())).forEach(node -> {
            known.add(node.id());
            knownIds.add(node.id().id());
        });
        return others.stream()
                .filter(each -> !isOwn(each.said(), known, knownIds))
                .findFirst();
    }

    private static boolean isOwn(Said said, Set<EventId> events, Set<String> ids) {
        return said.version().isPresent()
                ? events.contains(new EventId(said.id(), said.version().getAsInt()))
                : ids.contains(said.id());
    }
}
