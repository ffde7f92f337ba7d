package io.trove.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Actor;
import io.trove.ledger.Append;
import io.trove.ledger.Bounds;
import io.trove.ledger.Caller;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.IdTaken;
import io.trove.ledger.Rows;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class SystemEventsTest {

    private static final Caller ADMIN = caller("admin");

    private static FreshDatabase database;

    @Parameter
    Database kind;

    private TestLedger installation;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @BeforeEach
    void anInstallation() {
        installation = TestLedger.in(
                database.source(),
                Bounds.defaults(),
                batch -> batch.events().stream()
                        .flatMap(each -> Stream.concat(KeyEvents.rows(each), SystemEvents.rows(each, true)))
                        .forEach(batch::contribute));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @Test
    void the_first_event_records_the_signing_key() throws SQLException {
        assertEquals(
                List.of("a public key@0"), rows("SELECT public_key, position FROM signing_key WHERE ledger_id = ?"));
    }

    @Test
    void an_organization_that_is_made_twice_is_made_once() throws SQLException {
        Append acme = SystemEvents.organizationCreated(ADMIN, "acme", Organization.ENVIRONMENTS);
        assertFalse(installation.append(acme).get(0).replay());
        assertTrue(installation.append(acme).get(0).replay());
        assertEquals(List.of("acme@1"), rows("SELECT name, position FROM organization WHERE ledger_id = ?"));
    }

    @Test
    void an_organization_that_another_made_is_taken() {
        installation.append(SystemEvents.organizationCreated(ADMIN, "acme", Organization.ENVIRONMENTS));
        Append johns = SystemEvents.organizationCreated(caller("john"), "acme", Organization.ENVIRONMENTS);
        assertThrows(IdTaken.class, () -> installation.append(johns));
    }

    @Test
    void a_principal_comes_with_a_role_and_a_password_whose_hash_is_in_no_event() throws SQLException {
        installation.append(SystemEvents.principalCreated("admin", Role.ADMIN, "the-hash", "first-start"));
        assertEquals(
                List.of("admin@1"),
                rows("SELECT name, position FROM access_setting WHERE kind = 'principal' AND ledger_id = ?"));
        assertEquals(List.of("admin@2"), rows("SELECT principal, position FROM password WHERE ledger_id = ?"));
        assertEquals(List.of("the-hash@2"), rows("""
                        SELECT c.hash, p.position
                        FROM password p JOIN credential c ON c.ledger_id = p.ledger_id AND c.event_id = p.event_id
                        WHERE p.ledger_id = ?
                        """));
        assertFalse(documents().contains("the-hash"));
        assertTrue(documents().contains("access.password.set"));
    }

    @Test
    void a_principal_is_read_back_with_its_roles_and_its_password() {
        installation.append(SystemEvents.principalCreated("admin", Role.ADMIN, "the-hash", "first-start"));
        installation.append(SystemEvents.principalCreated("john", Role.ADMIN, "johns-hash", "later"));
        try (Rows rows = Rows.of(database)) {
            Roster roster = new Roster();
            roster.rows = rows.entities();
            Principal admin =
                    roster.readPrincipal(installation.ledger(), "admin").orElseThrow();
            assertEquals(List.of(new Grant("admin", List.of())), admin.grants());
            assertEquals("the-hash", admin.password().orElseThrow().hash());
            assertTrue(roster.readPrincipal(installation.ledger(), "nobody").isEmpty());
        }
    }

    @Test
    void organizations_and_signing_keys_are_read_back() {
        installation.append(SystemEvents.organizationCreated(ADMIN, "acme", Organization.ENVIRONMENTS));
        try (Rows rows = Rows.of(database)) {
            long id = installation.ledger().id().value();
            OrganizationRow acme = rows.entities()
                    .createNamedQuery("OrganizationRow.named", OrganizationRow.class)
                    .setParameter("ledger", id)
                    .setParameter("name", "acme")
                    .getSingleResult();
            assertEquals("acme", acme.name());
            SigningKeyRow key = rows.entities()
                    .createNamedQuery("SigningKeyRow.of", SigningKeyRow.class)
                    .setParameter("ledger", id)
                    .setMaxResults(1)
                    .getSingleResult();
            assertEquals("a public key", key.publicKey());
        }
    }

    @Test
    void of_two_first_starts_at_once_one_sets_the_password_and_the_other_learns_that_it_did_not() throws SQLException {
        Append one = SystemEvents.principalCreated("admin", Role.ADMIN, "hash-of-one", "first-start");
        Append other = SystemEvents.principalCreated("admin", Role.ADMIN, "hash-of-other", "first-start");
        assertFalse(installation.append(one).get(0).replay());
        assertTrue(installation.append(other).get(0).replay());
        assertEquals(List.of("hash-of-one@1"), rows("SELECT hash, 1 FROM credential WHERE ledger_id = ?"));
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        read(query, row -> rows.add(row.getString(1) + "@" + row.getLong(2)));
        return rows;
    }

    private String documents() throws SQLException {
        StringBuilder all = new StringBuilder();
        read("SELECT document FROM event WHERE ledger_id = ?", row -> all.append(new String(row.getBytes(1), UTF_8)));
        return all.toString();
    }

    private void read(String query, Reader reader) throws SQLException {
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, installation.ledger().id().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private static Caller caller(String name) {
        return new Caller(name, new Actor("user", name, Optional.empty()), Optional.empty());
    }
}
