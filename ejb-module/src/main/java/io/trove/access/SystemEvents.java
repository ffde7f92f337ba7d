package io.trove.access;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appending;
import io.trove.ledger.Caller;
import io.trove.ledger.Column;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of the installation's ledger that access appends, and the rows that follow from them. */
@ApplicationScoped
class SystemEvents {

    private static final String ORGANIZATION_CREATED = "organization.created";
    private static final String PRINCIPAL_CREATED = "access.principal.created";
    private static final String PASSWORD_SET = "access.password.set";
    private static final String ROLE_GRANTED = "access.role.granted";

    private static final Table ORGANIZATION = new Table("organization", Column.text("name"), Column.number("position"));
    private static final Table PRINCIPAL = new Table("principal", Column.text("name"), Column.number("position"));
    private static final Table ROLE_GRANT =
            new Table("role_grant", Column.text("principal"), Column.text("role"), Column.number("position"));
    private static final Table PASSWORD =
            new Table("password", Column.text("principal"), Column.number("position"), Column.text("event_id"));
    private static final Table CREDENTIAL = new Table("credential", Column.text("event_id"), Column.text("hash"));

    /** The same caller making the same organization again is the same event, and so has no effect. */
    static Append organizationCreated(Caller by, String name, List<String> environments) {
        return Append.of(draft(Map.of(
                "id", Map.of("id", "organization-" + name, "version", 1),
                "type", ORGANIZATION_CREATED,
                "entity", Map.of("type", "organization", "id", name),
                "actor", Map.of("type", by.actor().type(), "id", by.actor().id()),
                "payload", Map.of("name", name, "environments", environments))));
    }

    /** A principal with a role on every ledger and a password, at most once under this key. */
    static Append principalCreated(String name, Role role, String passwordHash, String once) {
        Map<String, Object> entity = Map.of("type", "principal", "id", name);
        String setBy = "first-password-" + name;
        List<Draft> drafts = List.of(
                draft(Map.of("type", PRINCIPAL_CREATED, "entity", entity, "payload", Map.of("name", name))),
                draft(Map.of("type", ROLE_GRANTED, "entity", entity, "payload", Map.of("role", role.name()))),
                draft(Map.of("id", Map.of("id", setBy, "version", 1), "type", PASSWORD_SET, "entity", entity)));
        return Append.of(drafts).withKey(Optional.of(once)).with(CREDENTIAL.row(setBy, passwordHash));
    }

    void project(@Observes Appending batch) {
        if (batch.ledger().name().equals(LedgerName.INSTALLATION)) {
            batch.events().stream().flatMap(SystemEvents::rows).forEach(batch::contribute);
        }
    }

    static Stream<Row> rows(Placed placed) {
        String subject = placed.event().entityId().orElse("");
        long position = placed.position();
        return switch (placed.event().type()) {
            case ORGANIZATION_CREATED -> Stream.of(ORGANIZATION.row(subject, position));
            case PRINCIPAL_CREATED -> Stream.of(PRINCIPAL.row(subject, position));
            case ROLE_GRANTED -> Stream.of(ROLE_GRANT.row(subject, payload(placed, "role"), position));
            case PASSWORD_SET ->
                Stream.of(PASSWORD.row(subject, position, placed.id().id()));
            default -> Stream.empty();
        };
    }

    private static String payload(Placed placed, String member) {
        return Json.parse(placed.kept().document())
                .at("/payload/" + member)
                .flatMap(Json::text)
                .orElseThrow();
    }

    private static Draft draft(Map<String, ?> event) {
        return Draft.of(Json.object(event));
    }
}
