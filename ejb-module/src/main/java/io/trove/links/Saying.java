package io.trove.links;

import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Link;
import io.trove.ledger.Mention;
import io.trove.ledger.Mentions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the links that an event says, and those that follow from what it is. */
@ApplicationScoped
class Saying implements Mentions {

    @Override
    public List<Mention> of(Draft draft) {
        List<Said> said = said(draft);
        List<Said> automatic = automatic(draft);
        if (said.isEmpty() && automatic.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Mention>(said);
        all.addAll(automatic);
        return all;
    }

    /** The links that its sender says. */
    static List<Said> said(Draft draft) {
        if (LinkEvents.isOne(draft.type())) {
            return ends(draft);
        }
        return draft.links().isEmpty()
                ? List.of()
                : draft.links().stream().map(Saying::own).toList();
    }

    private static Said own(Link link) {
        return link.type().equals(LinkType.CHILD)
                ? new Said(Said.Role.SOURCE, LinkType.PARENT, link.targetId(), link.targetVersion())
                : new Said(Said.Role.TARGET, link.type(), link.targetId(), link.targetVersion());
    }

    /** Its own links too; the ends of the one that it makes or takes away come first. */
    private static List<Said> ends(Draft draft) {
        var all = new ArrayList<Said>(LinkEvents.ends(draft));
        draft.links().forEach(link -> all.add(own(link)));
        return all;
    }

    /** The edges that nobody says: to the version before, to what caused it, to what it was traced from. */
    private static List<Said> automatic(Draft draft) {
        Optional<EventId> id = draft.id().filter(own -> own.version() > 1);
        Optional<String> cause = draft.causeId();
        Optional<String> parent = draft.parentEventId();
        if (id.isEmpty() && cause.isEmpty() && parent.isEmpty()) {
            return List.of();
        }
        var edges = new ArrayList<Said>(3);
        id.ifPresent(own -> edges.add(
                new Said(Said.Role.TARGET, LinkType.SUPERSEDES, own.id(), OptionalInt.of(own.version() - 1))));
        cause.ifPresent(named -> edges.add(new Said(Said.Role.TARGET, LinkType.CAUSE, named, OptionalInt.empty())));
        parent.ifPresent(named -> edges.add(new Said(Said.Role.TARGET, LinkType.TRACE, named, OptionalInt.empty())));
        return edges;
    }
}
