package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.registry.Registered;
import io.trove.registry.Registration;
import io.trove.registry.Registry;
import io.trove.registry.SchemaUnknown;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The desk at which a version of a schema is written, tried and registered. */
@Named
@RequestScoped
public class Register {
    private static final String BEGINNING = """
            {
              "schema": {
                "type": "object",
                "properties": {
                  "title": {"type": "string"}
                },
                "required": ["title"]
              },
              "indexBy": []
            }""";

    @Inject
    private Chosen chosen;

    @Inject
    private Told told;

    @Inject
    private Access access;

    @Inject
    private Registry registry;

    /** What the form said, or what the address asks to begin with. */
    public String getId() {
        return chosen.parameter("id");
    }

    public String getVersion() {
        return chosen.parameter("version");
    }

    /** What was typed, or else the version that is begun with, or a beginning. */
    public String getText() {
        var typed = chosen.parameter("text");
        return typed.isEmpty() ? from().map(Register::text).orElse(BEGINNING) : typed;
    }

    private Optional<Registered> from() {
        try {
            return getId().isEmpty()
                    ? Optional.empty()
                    : Optional.of(registry.find(chosen.getLedger(), getId(), "latest"));
        } catch (SchemaUnknown first) {
            return Optional.empty();
        }
    }

    private static String text(Registered registered) {
        var members = new LinkedHashMap<String, Object>(registered.json().members());
        members.keySet().removeAll(Set.of("id", "version", "status", "position", "compatibility", "description"));
        return Pretty.of(Json.object(members));
    }

    /** What each compatibility means, by its name, as JSON. */
    public String getPromises() {
        return Json.object(Arrays.stream(Compatibility.values())
                        .collect(Collectors.toMap(Compatibility::name, Compatibility::getWords)))
                .toString();
    }

    public boolean isWriter() {
        return chosen.isWritable() && chosen.may(Permission.SCHEMAS_WRITE.text());
    }

    /** Registers what was typed, under the version that was typed or else the next. */
    public void register() {
        told.done(
                () -> {
                    access.demandWrite(
                            chosen.getCaller(), chosen.getLedger(), Permission.SCHEMAS_WRITE, "Registering schemas");
                    var registration = Registration.of(Json.parse(getText().getBytes(StandardCharsets.UTF_8)));
                    if (getVersion().isEmpty()) {
                        registry.registerNext(chosen.getLedger(), chosen.getCaller(), getId(), registration);
                    } else {
                        registry.register(
                                chosen.getLedger(),
                                chosen.getCaller(),
                                new SchemaId(getId(), getVersion()),
                                registration);
                    }
                },
                "The version is registered.",
                chosen.to("schema").with("id", getId()).with("version", getVersion()));
    }
}
