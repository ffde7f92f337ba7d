package io.trove.console;

import io.trove.access.Basis;
import io.trove.access.ChangedMeanwhile;
import io.trove.access.Organization;
import io.trove.access.Permission;
import io.trove.access.Principals;
import io.trove.access.Seeing;
import io.trove.event.Json;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import io.trove.refusal.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One who may ask: the roles they have, and the ledger as they see it. */
@Named
@RequestScoped
public class Person {
    private static final int SHOWN = 10;
    private static final int ROLES_MAX = 100;
    private static final String GRANTING = "granting";
    private static final String COMPARING = "comparing";

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private FacesContext faces;

    @Inject
    private Principals principals;

    @Inject
    private io.trove.access.Roles roles;

    @Inject
    private Seeing seeing;

    @Inject
    private Query query;

    private Map<String, Object> members;
    private PrincipalLine line;
    private List<String> names;
    private Glimpse glimpse;
    private String refused = "";
    private boolean isStale;

    /** What somebody sees of the ledger; {@code refused} says why it cannot be shown. */
    public record Glimpse(List<String> may, boolean reads, boolean whole, List<EventLine> events, String refused) {}

    @PostConstruct
    void look() {
        members = principals.find(chosen.getCaller(), organization(), getName());
        line = PrincipalLine.of(members);
        names = roles.all(chosen.getCaller(), organization(), "", ROLES_MAX).stream()
                .map(role ->
                        Json.object(role).member("name").flatMap(Json::text).orElseThrow())
                .toList();
    }

    private String organization() {
        return chosen.getLedger().name().organization();
    }

    public String getName() {
        return chosen.parameter("name");
    }

    public PrincipalLine getLine() {
        return line;
    }

    public List<String> getRoles() {
        return names;
    }

    public List<String> getEnvironments() {
        return Organization.ENVIRONMENTS;
    }

    /** What the forms are made from; of one that was refused, what it was made from. */
    public String getWas() {
        var sent = chosen.parameter("was");
        return sent.isEmpty() || isStale ? Basis.mark(members) : sent;
    }

    /** Whether the role is theirs there; {@code *} is everywhere. As it was ticked when that was refused. */
    public boolean has(String role, String environment) {
        return refused.equals(GRANTING)
                ? form().has(role, environment)
                : line.grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .anyMatch(grant -> environment.equals("*")
                                ? grant.environments().isEmpty()
                                : grant.environments().contains(environment));
    }

    public boolean isDisabled() {
        return refused.equals(GRANTING) ? form().disabled() : line.disabled();
    }

    /** What rules compare with, as JSON; as it was typed when that was refused. */
    public String getAttributes() {
        return refused.equals(COMPARING) ? chosen.parameter("attributes") : there();
    }

    private String there() {
        return members.get("attributes") instanceof Map<?, ?> map ? Pretty.of(Json.object(texts(map))) : "";
    }

    /** The type of the entity that they are. */
    public String getEntityType() {
        return entity("type");
    }

    public String getEntityId() {
        return entity("id");
    }

    private String entity(String member) {
        if (refused.equals(COMPARING)) {
            return chosen.parameter("entity-" + member);
        }
        return Json.object(members)
                .member("entity")
                .flatMap(each -> each.member(member))
                .flatMap(Json::text)
                .orElse("");
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        var named = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }

    /** Sets the roles that are ticked, and leaves the rest as it is. */
    public void grant() {
        change(GRANTING, all -> form().grant(all, names), () -> form().ticks(names));
    }

    /** Sets what rules compare with, and leaves the rest as it is. */
    public void compare() {
        change(COMPARING, form()::compare, form()::words);
    }

    private PersonForm form() {
        var sent = faces.getExternalContext().getRequestParameterValuesMap();
        return new PersonForm(field -> sent.containsKey(field) ? List.of(sent.get(field)) : List.of());
    }

    /** What was refused stays as it was sent; what somebody else changed meanwhile is shown as it is now. */
    private void change(String form, Consumer<Map<String, Object>> deed, Supplier<String> sent) {
        refused = form;
        told.done(
                () -> {
                    var all = new LinkedHashMap<>(members);
                    deed.accept(all);
                    all.remove("name");
                    set(Json.object(all));
                },
                "Set: it holds from now on.",
                chosen.to("person").with("name", getName()));
        if (isStale) {
            told.refuse("This is how it is now. " + sent.get());
        }
    }

    private void set(Json all) {
        try {
            principals.set(chosen.getCaller(), organization(), getName(), all, Basis.read(chosen.parameter("was")));
        } catch (ChangedMeanwhile meanwhile) {
            isStale = true;
            refused = "";
            look();
            throw meanwhile;
        }
    }

    public void setPassword() {
        told.done(
                () -> principals.setPassword(
                        chosen.getCaller(),
                        organization(),
                        getName(),
                        chosen.parameter("password").toCharArray()),
                "The password is set.",
                chosen.to("person").with("name", getName()));
    }

    /** The ledger by their eyes. */
    public Glimpse getGlimpse() {
        if (glimpse == null) {
            glimpse = look(getName());
        }
        return glimpse;
    }

    private Glimpse look(String name) {
        try {
            var seen = seeing.as(chosen.getCaller(), chosen.getLedger(), name);
            var events = seen.sight()
                    .map(sight -> query.page(sight, PageRequest.newest(SHOWN)).items().stream()
                            .map(found -> EventLine.of(found, chosen.getLedger().name()))
                            .toList());
            return new Glimpse(
                    seen.may().stream().map(Permission::text).sorted().toList(),
                    events.isPresent(),
                    seen.sight().filter(io.trove.access.Sight::isEverything).isPresent(),
                    events.orElse(List.of()),
                    "");
        } catch (Refusal refusal) {
            return new Glimpse(List.of(), false, false, List.of(), refusal.getMessage());
        }
    }
}
