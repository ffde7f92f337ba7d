package io.trove.access;

import io.trove.event.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;

/** A principal, a role or a key, as an event said it is, or that it is no more; the newest of a name holds. */
@Entity
@Table(name = "access_setting")
@IdClass(Place.class)
@NamedQuery(name = "AccessRow.newest", query = """
                SELECT a
                FROM AccessRow a
                WHERE a.ledgerId = :ledger
                  AND a.kind = :kind
                  AND a.name = :name
                ORDER BY a.position DESC
                """)
@NamedQuery(name = "AccessRow.all", query = """
                SELECT a
                FROM AccessRow a
                WHERE a.ledgerId = :ledger
                  AND a.kind = :kind
                  AND a.name > :after
                  AND a.content <> 'null'
                  AND a.position = (
                      SELECT MAX(n.position)
                      FROM AccessRow n
                      WHERE n.ledgerId = a.ledgerId
                        AND n.kind = a.kind
                        AND n.name = a.name)
                ORDER BY a.name
                """)
@NamedQuery(name = "AccessRow.removed", query = """
                SELECT MAX(a.position)
                FROM AccessRow a
                WHERE a.ledgerId = :ledger
                  AND a.kind = :kind
                  AND a.name = :name
                  AND a.content = 'null'
                """)
class AccessRow {

    /** What is no more. */
    static final String REMOVED = "null";

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @SuppressWarnings("unused") // read by the queries
    private String kind;

    private String name;

    private String content;

    String name() {
        return name;
    }

    long position() {
        return position;
    }

    boolean isThere() {
        return !content.equals(REMOVED);
    }

    Json content() {
        return Json.parse(content.getBytes(StandardCharsets.UTF_8));
    }
}
