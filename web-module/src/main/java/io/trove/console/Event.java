package io.trove.console;

import io.trove.query.EventUnknown;
import io.trove.query.Found;
import io.trove.query.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One event: what it says, its versions and how they differ, and what lies next to it. */
@Named("theEvent")
@RequestScoped
public class Event {
    private static final int VERSIONS_SHOWN = 50;
    private static final String WHOLE_NUMBER = "\\d{1,9}";

    @Inject
    private FacesContext faces;

    @Inject
    private Chosen chosen;

    @Inject
    private Query query;

    @Inject
    private Verdict verdict;

    @Inject
    private Neighbours neighbours;

    private EventFacts facts;
    private List<EventFacts> versions = List.of();
    private Optional<EventFacts> other = Optional.empty();

    /** Before the page is drawn; an event that the reader may not know of is nowhere. */
    public void look() {
        if (!chosen.isOpen() || faces.getResponseComplete()) {
            return;
        }
        try {
            facts = facts(found());
        } catch (EventUnknown unknown) {
            faces.getExternalContext().setResponseStatus(unknown.status());
            return;
        }
        versions = query.versions(chosen.sight(), facts.id(), VERSIONS_SHOWN, Optional.empty()).items().stream()
                .map(this::facts)
                .toList();
        other = compared();
    }

    private Found found() {
        var position = chosen.parameter("position");
        return position.isEmpty()
                ? query.find(chosen.sight(), chosen.parameter("id"), version("version"))
                : query.at(chosen.sight(), position.matches("\\d{1,18}") ? Long.parseLong(position) : -1);
    }

    /** The version to compare with: the one that is named, or the one before. */
    private Optional<EventFacts> compared() {
        var own = Long.parseLong(facts.version());
        var named = version("with");
        return versions.stream()
                .filter(each -> named.isPresent()
                        ? Long.parseLong(each.version()) == named.getAsInt()
                        : Long.parseLong(each.version()) == own - 1)
                .findFirst();
    }

    /** What is no number is a version that no event has. */
    private OptionalInt version(String name) {
        var text = chosen.parameter(name);
        return text.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(text.matches(WHOLE_NUMBER) ? Integer.parseInt(text) : 0);
    }

    private EventFacts facts(Found found) {
        return EventFacts.of(found, chosen.getLedger().name());
    }

    public boolean isThere() {
        return facts != null;
    }

    public EventFacts getFacts() {
        return facts;
    }

    public Verdict.Told getVerdict() {
        return verdict.of(facts);
    }

    public List<EventFacts> getVersions() {
        return versions;
    }

    public EventFacts getOther() {
        return other.orElse(null);
    }

    /** How the version beside which this one is shown differs from it, the older one first. */
    public List<Difference.Row> getDifference() {
        return Difference.between(
                older() ? other.orElseThrow().document() : facts.document(),
                older() ? facts.document() : other.orElseThrow().document());
    }

    private boolean older() {
        return other.orElseThrow().position() < facts.position();
    }

    public String getBefore() {
        return older() ? other.orElseThrow().version() : facts.version();
    }

    public String getAfter() {
        return older() ? facts.version() : other.orElseThrow().version();
    }

    public String compare(EventFacts with) {
        return facts.address() + "&with=" + with.version() + "#versions";
    }

    public List<Neighbours.Neighbour> getNeighbours() {
        return neighbours.of(facts);
    }

    public String getEntityEvents() {
        return chosen.to("events")
                .with("entityType", facts.at("/entity/type"))
                .with("entityId", facts.at("/entity/id"))
                .toString();
    }

    public String getSchemaAddress() {
        return chosen.to("schema")
                .with("id", facts.at("/schema/id"))
                .with("version", facts.at("/schema/version"))
                .toString();
    }

    public String getEvidence() {
        return facts.api() + "/evidence?version=" + facts.version();
    }
}
