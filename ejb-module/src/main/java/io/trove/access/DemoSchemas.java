package io.trove.access;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the events of the documentation's worlds say, and what each makes of the thing that it happened to. */
final class DemoSchemas {

    /** The one that is registered last. */
    static final String LAST = "account.withdrawn";

    private static final String TEXT = "{\"type\": \"string\", \"minLength\": 1}";
    private static final String COUNT = "{\"type\": \"integer\", \"minimum\": 0}";
    private static final String MONEY = """
            {"type": "object", "required": ["amount"], "properties": {
              "amount": {"type": "number", "exclusiveMinimum": 0}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}}}""";

    private final Map<String, Json> all = new LinkedHashMap<>();

    private DemoSchemas() {}

    /** The schemas, by the type that each is for. */
    static Map<String, Json> all() {
        var schemas = new DemoSchemas();
        schemas.documents();
        schemas.sessions();
        schemas.households();
        schemas.accounts();
        return schemas.all;
    }

    private void documents() {
        add("document.uploaded", "A document came in", """
                {"type": "object", "required": ["title", "author"], "properties": {
                  "title": %s, "author": {"type": "string"}, "pages": {"type": "integer", "minimum": 1}}}""".formatted(TEXT), """
                "indexBy": ["author"], "fold": "{'title': event.payload.title, 'author': event.payload.author,\
                 'pages': event.payload.pages, 'status': 'uploaded', 'remarks': 0}\"""");
        add(
                "document.reviewed",
                "Somebody read a document",
                object("remarks", COUNT),
                document(
                        "state.status == 'uploaded' ? 'in review' : state.status",
                        "state.remarks + event.payload.remarks"));
        for (String end : new String[] {"approved", "rejected"}) {
            add(
                    "document." + end,
                    "A document was " + end,
                    object("title", TEXT),
                    document("'" + end + "'", "state.remarks"));
        }
        add(
                "document.archived",
                "A document was put on a shelf",
                object("shelf", TEXT),
                document("'archived on ' + event.payload.shelf", "state.remarks"));
    }

    private static String document(String status, String remarks) {
        return "\"fold\": \"{'title': state.title, 'author': state.author, 'pages': state.pages, 'status': " + status
                + ", 'remarks': " + remarks + "}\"";
    }

    private void sessions() {
        add("session.scheduled", "A lesson was agreed on", """
                {"type": "object", "required": ["teacher", "student"], "properties": {
                  "teacher": {"type": "string"}, "student": {"type": "string"}, "subject": {"type": "string"}}}""", """
                "indexBy": ["teacher", "student"], "merge": true""");
        add("session.started", "A lesson began", object("room", TEXT), "\"merge\": true");
        add("session.held", "A lesson was given", object("minutes", COUNT), "\"merge\": true");
        add("session.cancelled", "A lesson was called off", object("reason", TEXT), "\"merge\": true");
    }

    private void households() {
        add("household.founded", "People live together", object("address", TEXT), """
                "fold": "{'address': event.payload.address, 'people': [event.actor.id]}\"""");
        add("household.joined", "Somebody moved in", object("person", TEXT), """
                "fold": "{'address': state.address, 'people': event.payload.person in state.people ? state.people :\
                 state.people + [event.payload.person]}\"""");
        add("household.moved", "A household has another address", object("address", TEXT), "\"merge\": true");
    }

    private void accounts() {
        add("account.opened", "An account was opened", """
                {"type": "object", "required": ["owner"], "properties": {"owner": %s, "currency": %s}}""".formatted(TEXT, TEXT), """
                "fold": "{'owner': event.payload.owner, 'currency': event.payload.currency, 'balance': 0}\"""");
        add("account.deposited", "Money came in", MONEY, balance("+"));
        add(LAST, "Money went out", MONEY, balance("-"));
    }

    /** JSON knows one kind of number and CEL several: what is added is made the same kind. */
    private static String balance(String sign) {
        return "\"fold\": \"{'owner': state.owner, 'currency': state.currency, 'balance': double(state.balance) " + sign
                + " double(event.payload.amount)}\"";
    }

    private static String object(String name, String schema) {
        return "{\"type\": \"object\", \"required\": [\"" + name + "\"], \"properties\": {\"" + name + "\": " + schema
                + "}}";
    }

    private void add(String type, String description, String schema, String beside) {
        all.put(
                type,
                Json.parse(("{\"schema\": " + schema + ", \"description\": \"" + description + "\", " + beside + "}")
                        .getBytes(StandardCharsets.UTF_8)));
    }
}
