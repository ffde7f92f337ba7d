package io.trove.console;

import io.trove.entities.EntityId;
import io.trove.entities.EntityUnknown;
import io.trove.entities.Look;
import io.trove.entities.Mark;
import io.trove.entities.Moment;
import io.trove.entities.Relation;
import io.trove.event.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a thing is, was at each of its versions, and who made it so. */
@Named
@RequestScoped
public class Entity {
    private static final String DELETED = "deleted";
    private static final Json NOTHING = Json.object(Map.of());
    private static final Json ALIVE = Json.object(Map.of(DELETED, false));

    @Inject
    private FacesContext faces;

    @Inject
    private Chosen chosen;

    @Inject
    private io.trove.entities.Entities entities;

    private EntityId id;
    private Look now;
    private Look then;
    private Optional<Look> before = Optional.empty();
    private Optional<Look> counted = Optional.empty();

    /** Something that the entity is related with. */
    public record Kin(String relation, String type, String id, boolean isOutgoing, String address) {}

    /** Before the page is drawn; an entity of which no event may be seen is nowhere. */
    public void look() {
        if (!chosen.isOpen() || faces.getResponseComplete()) {
            return;
        }
        id = new EntityId(chosen.parameter("type"), chosen.parameter("id"));
        try {
            now = entities.look(chosen.sight(), id, Moment.now(), fold());
            if (isBeyond()) {
                faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            then = version() == getNewest() ? now : entities.look(chosen.sight(), id, at(version()), fold());
            counted = fold().flatMap(
                            any -> entities.find(chosen.sight(), id, at(Math.max(1, getVersion())), Optional.empty()));
            before = version() < 2 ? Optional.empty() : entities.find(chosen.sight(), id, at(version() - 1), fold());
        } catch (EntityUnknown unknown) {
            faces.getExternalContext().setResponseStatus(unknown.status());
        }
    }

    private Optional<String> fold() {
        return Optional.of(chosen.parameter("as")).filter(name -> !name.isEmpty());
    }

    private long version() {
        var text = getAsked();
        if (text.isEmpty()) {
            return getNewest();
        }
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    /** The version that the address names, whether there is one or not. */
    public String getAsked() {
        return chosen.parameter("version");
    }

    /** Whether the address names a version that it does not have. */
    public boolean isBeyond() {
        return now != null && !getAsked().isEmpty() && (version() < 1 || version() > getNewest());
    }

    private static Moment at(long version) {
        return new Moment.AtVersion(version);
    }

    public boolean isThere() {
        return then != null;
    }

    public EntityId getId() {
        return id;
    }

    public String getFold() {
        return chosen.parameter("as");
    }

    public Look getNow() {
        return now;
    }

    public long getNewest() {
        return now.state().version();
    }

    public long getVersion() {
        return then.state().version();
    }

    public boolean isPast() {
        return getVersion() != getNewest();
    }

    public boolean isDeleted() {
        return then.isDeleted();
    }

    public String getState() {
        return then.state().data().toString();
    }

    public String getCurrent() {
        return now.state().data().toString();
    }

    /** When the version that is shown was recorded. */
    public String getAt() {
        return then.state().last().map(Mark::recordedAt).orElse("");
    }

    /** The event that made this version of it. */
    public String getMadeBy() {
        return chosen.to("event").with("position", then.state().position()).toString();
    }

    public List<Difference.Row> getDifference() {
        var rows = new ArrayList<>(Difference.between(
                before.map(look -> look.state().data()).orElse(NOTHING),
                then.state().data()));
        rows.addAll(Difference.between(before.map(Entity::beside).orElse(ALIVE), beside(then)));
        return rows;
    }

    /** Where the fold that the address names makes something else of it than the one that counts. */
    public List<Difference.Row> getElsewise() {
        return counted.map(look ->
                        Difference.between(look.state().data(), then.state().data()))
                .orElse(List.of());
    }

    /** The page at the newest version. */
    public Address getAsItIs() {
        return self();
    }

    /** The page under the fold that counts. */
    public Address getAsItCounts() {
        var page = chosen.to("entity").with("type", id.type()).with("id", id.id());
        return isPast() ? page.with("version", getVersion()) : page;
    }

    private static Json beside(Look look) {
        var members = new LinkedHashMap<String, Object>();
        members.put(DELETED, look.isDeleted());
        look.state().relations().forEach(each -> members.put(named(each), true));
        return Json.object(members);
    }

    private static String named(Relation relation) {
        var other = relation.other().type() + " " + relation.other().id();
        return relation.isOutgoing() ? relation.type() + " " + other : "is " + relation.type() + " of " + other;
    }

    public List<Kin> getKin() {
        return then.state().relations().stream()
                .map(each -> new Kin(
                        each.type(), each.other().type(), each.other().id(), each.isOutgoing(), address(each.other())))
                .toList();
    }

    private String address(EntityId other) {
        return chosen.to("entity")
                .with("type", other.type())
                .with("id", other.id())
                .toString();
    }

    /** This page at another version. */
    public String at(String version) {
        return self().with("version", version).toString();
    }

    /** The page as it is, so that it goes on showing the same version. */
    Address shown() {
        return isPast() ? self().with("version", getVersion()) : self();
    }

    /** Of the event that made the version that is shown. */
    long position() {
        return then.state().position();
    }

    /** Whether it can be made what it was: nothing has happened to it itself, or it is deleted. */
    public boolean isGone() {
        return getNewest() == 0 || now.isDeleted();
    }

    /** What whoever changes it, or makes it again, begins with. */
    public String getBeginning() {
        return now.state().data().isNull() ? NOTHING.toString() : getCurrent();
    }

    Address self() {
        return chosen.to("entity").with("type", id.type()).with("id", id.id()).with("as", getFold());
    }

    public String getEventsAddress() {
        return chosen.to("events")
                .with("entityType", id.type())
                .with("entityId", id.id())
                .toString();
    }

    /** Where the API has it. */
    public String getApi() {
        return chosen.getApi() + "/entities/" + Address.part(id.type()) + "/" + Address.part(id.id());
    }
}
