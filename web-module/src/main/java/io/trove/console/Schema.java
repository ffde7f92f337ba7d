package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.registry.Comparisons;
import io.trove.registry.Registered;
import io.trove.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema: its versions, one of them as it was registered, and that one held against another. */
@Named
@RequestScoped
public class Schema {
    private static final int PAGE = 50;

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Access access;

    @Inject
    private Registry registry;

    @Inject
    private Comparisons comparisons;

    private List<SchemaLine> versions;
    private Registered shown;
    private VerdictView verdict;

    @PostConstruct
    void look() {
        chosen.sight();
        versions = registry.versions(chosen.getLedger(), getId(), before(), PAGE + 1).stream()
                .map(SchemaLine::of)
                .toList();
        var asked = chosen.parameter("version");
        shown = registry.find(
                chosen.getLedger(), getId(), asked.isEmpty() ? versions.get(0).version() : asked);
    }

    public String getId() {
        return chosen.parameter("id");
    }

    public List<SchemaLine> getVersions() {
        return versions.stream().limit(PAGE).toList();
    }

    private Optional<String> before() {
        return Optional.of(chosen.parameter("before")).filter(text -> !text.isEmpty());
    }

    /** The versions before these. */
    public String getNext() {
        return versions.size() <= PAGE
                ? ""
                : self().with("before", versions.get(PAGE - 1).version()).toString();
    }

    /** The newest versions, when these are not. */
    public String getFirst() {
        return before().isEmpty() ? "" : self().toString();
    }

    private Address self() {
        return chosen.to("schema")
                .with("id", getId())
                .with("version", getShown().version());
    }

    /** The version that is shown. */
    public SchemaLine getShown() {
        return SchemaLine.of(shown.listed());
    }

    public String getText() {
        return Pretty.of(shown.registration().schema());
    }

    public String getIndexed() {
        return String.join(", ", shown.registration().indexBy());
    }

    public String getLift() {
        return shown.registration().lift().map(Pretty::of).orElse("");
    }

    public List<Map.Entry<String, String>> getFolds() {
        return List.copyOf(shown.registration().fold().folds().entrySet());
    }

    public boolean isMerging() {
        return shown.registration().fold().merges();
    }

    /** The version that it is held against: the one that is asked for, or the one before; empty for the first. */
    public String getAgainst() {
        var asked = chosen.parameter("against");
        if (!asked.isEmpty()) {
            return asked;
        }
        var at = versions.stream()
                .map(SchemaLine::version)
                .toList()
                .indexOf(shown.schema().version());
        return at < 0 || at + 1 >= versions.size() ? "" : versions.get(at + 1).version();
    }

    public List<DiffLine> getDifference() {
        var other = registry.find(chosen.getLedger(), getId(), getAgainst());
        return DiffLine.between(
                Pretty.lines(other.registration().schema()),
                Pretty.lines(shown.registration().schema()));
    }

    /** Worked out once a page: it may take a while. */
    public VerdictView getVerdict() {
        if (verdict == null) {
            verdict = VerdictView.of(
                    comparisons.of(chosen.getLedger(), getId(), shown.schema().version(), getAgainst()));
        }
        return verdict;
    }

    /** Whether the caller may change what is beside its content. */
    public boolean isChangeable() {
        return chosen.isWritable() && !getShown().position().isEmpty() && chosen.may(Permission.SCHEMAS_WRITE.text());
    }

    /** Sets the status that the form says. */
    public void change() {
        told.done(
                () -> {
                    access.demandWrite(
                            chosen.getCaller(), chosen.getLedger(), Permission.SCHEMAS_WRITE, "Changing schemas");
                    registry.change(
                            chosen.getLedger(),
                            chosen.getCaller(),
                            new SchemaId(getId(), shown.schema().version()),
                            Json.object(Map.of("status", chosen.parameter("status"))));
                },
                "Version " + shown.schema().version() + " is " + chosen.parameter("status") + " now.",
                chosen.to("schema")
                        .with("id", getId())
                        .with("version", shown.schema().version()));
    }
}
