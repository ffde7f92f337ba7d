package io.trove.console;

import io.trove.access.Basis;
import io.trove.access.ChangedMeanwhile;
import io.trove.access.NameTaken;
import io.trove.access.Permission;
import io.trove.event.Json;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What roles allow and show, and the desk at which an organization's own are written. */
@Named
@RequestScoped
public class Roles {
    private static final int ROLES_MAX = 200;
    private static final List<String> RULES = List.of("sees", "never", "masks");

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private FacesContext faces;

    @Inject
    private io.trove.access.Roles roles;

    private List<RoleLine> all;
    private String taken = "";
    private boolean isStale;

    /** A role; its rules are JSON, and empty where it has none. */
    public record RoleLine(
            String name,
            boolean shipped,
            List<String> permissions,
            List<String> denied,
            String sees,
            String never,
            String masks,
            String mark) {

        static RoleLine of(Json role) {
            return new RoleLine(
                    role.member("name").flatMap(Json::text).orElse(""),
                    role.member("shipped").equals(Optional.of(Json.of(true))),
                    names(role, "permissions"),
                    names(role, "denied"),
                    rules(role, "sees"),
                    rules(role, "never"),
                    rules(role, "masks"),
                    Basis.mark(role.members()));
        }

        private static List<String> names(Json role, String name) {
            return role.member(name).map(Json::items).orElse(List.of()).stream()
                    .flatMap(each -> each.text().stream())
                    .toList();
        }

        private static String rules(Json role, String name) {
            return role.member(name)
                    .filter(rules -> !rules.items().isEmpty())
                    .map(Pretty::of)
                    .orElse("");
        }

        /** Whether it shows less than everything. */
        public boolean narrowed() {
            return !sees.isEmpty() || !never.isEmpty() || !masks.isEmpty();
        }
    }

    @PostConstruct
    void look() {
        all = roles.all(chosen.getCaller(), organization(), "", ROLES_MAX).stream()
                .map(Json::object)
                .map(RoleLine::of)
                .toList();
    }

    private String organization() {
        return chosen.getLedger().name().organization();
    }

    public List<RoleLine> getAll() {
        return all;
    }

    public List<String> getPermissions() {
        return Arrays.stream(Permission.values()).map(Permission::text).toList();
    }

    /** The role that is written at the desk: as it was typed when that was refused, as it is, or a new one. */
    public RoleLine getWritten() {
        if (faces.isPostback()) {
            return new RoleLine(
                    written(),
                    false,
                    ticked("permission"),
                    ticked("denied"),
                    chosen.parameter("sees"),
                    chosen.parameter("never"),
                    chosen.parameter("masks"),
                    "");
        }
        var name = chosen.parameter("name");
        return there(name).orElse(blank(name));
    }

    private Optional<RoleLine> there(String name) {
        return all.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** What the form is made from, empty for a new role; of one that was refused, what it was made from. */
    public String getWas() {
        return faces.isPostback() && !isStale
                ? chosen.parameter("was")
                : there(written()).map(RoleLine::mark).orElse("");
    }

    /** The name that the form says, or, for one that is there, the address. */
    private String written() {
        return faces.isPostback() && chosen.parameter("was").isEmpty()
                ? chosen.parameter("called").strip()
                : chosen.parameter("name");
    }

    /** A role that has the name already that a new one was to have; empty otherwise. */
    public String getTaken() {
        return taken;
    }

    /** What somebody else made of the role meanwhile; of no name when that is not known of. */
    public RoleLine getMeanwhile() {
        return there(written()).filter(role -> isStale).orElse(blank(""));
    }

    private static RoleLine blank(String name) {
        return new RoleLine(name, false, List.of(), List.of(), "", "", "", "");
    }

    private List<String> ticked(String name) {
        var ticked = faces.getExternalContext().getRequestParameterValuesMap().get(name);
        return ticked == null ? List.of() : List.of(ticked);
    }

    /** Sets what the role holds, for all who have it. */
    public void write() {
        var name = written();
        told.done(
                () -> {
                    var role = new LinkedHashMap<String, Object>();
                    role.put("permissions", ticked("permission"));
                    role.put("denied", ticked("denied"));
                    RULES.forEach(rules -> put(role, rules));
                    set(name, Json.object(role));
                },
                "The role " + name + " holds this from now on.",
                chosen.to("roles"));
        if (isStale) {
            told.refuse("What you wrote is still here. To have it all the same, set it once more.");
        }
    }

    private void set(String name, Json role) {
        var was = chosen.parameter("was");
        try {
            roles.set(chosen.getCaller(), organization(), name, role, was.isEmpty() ? Basis.none() : Basis.read(was));
        } catch (NameTaken there) {
            taken = name;
            throw there;
        } catch (ChangedMeanwhile meanwhile) {
            isStale = true;
            look();
            throw meanwhile;
        }
    }

    private void put(Map<String, Object> role, String rules) {
        var typed = chosen.parameter(rules).strip();
        if (!typed.isEmpty()) {
            role.put(rules, Json.parse(typed.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
