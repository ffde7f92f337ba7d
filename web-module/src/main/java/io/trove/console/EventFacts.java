package io.trove.console;

import io.trove.event.Json;
import io.trove.ledger.LedgerName;
import io.trove.query.Found;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** An event as pages tell of it: what it says, and the addresses of what belongs to it. */
public record EventFacts(Found found, Json document, LedgerName ledger) {
    private static final int EXCERPT_MAX = 120;

    static EventFacts of(Found found, LedgerName ledger) {
        return new EventFacts(found, Json.parse(found.document()), ledger);
    }

    public long position() {
        return found.position();
    }

    public String id() {
        return at("/id/id");
    }

    public String version() {
        return at("/id/version");
    }

    public String type() {
        return at("/type");
    }

    /** What the event says there, as text; nothing where it says nothing. */
    public String at(String pointer) {
        return document.at(pointer)
                .map(value -> value.text().orElseGet(value::toString))
                .orElse("");
    }

    public boolean has(String pointer) {
        return document.at(pointer).isPresent();
    }

    /** The beginning of what it says there. */
    public String excerpt(String pointer) {
        var text = at(pointer);
        return text.length() <= EXCERPT_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT_MAX / 2)) + "…";
    }

    /** What the ledger's tree commits to. */
    public String digest() {
        return HexFormat.of().formatHex(found.digest());
    }

    /** The members that the reader may not see, or not whole. */
    public List<String> masked() {
        return found.masked().stream().sorted().toList();
    }

    /** What is kept, to the byte, when the reader may see all of it. */
    public String raw() {
        return document.toString();
    }

    public String address() {
        return to("event").with("id", id()).with("version", version()).toString();
    }

    public boolean isOfEntity() {
        return has("/entity/id");
    }

    public String entityAddress() {
        return to("entity")
                .with("type", at("/entity/type"))
                .with("id", at("/entity/id"))
                .toString();
    }

    /** All events that say the same there. */
    public String same(String parameter, String pointer) {
        return to("events").with(parameter, at(pointer)).toString();
    }

    private Address to(String page) {
        return Address.of(page, Optional.of(ledger));
    }

    public String api() {
        return "/api/" + ledger + "/events/" + Address.part(id());
    }
}
