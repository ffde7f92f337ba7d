package io.trove.console;

import io.trove.event.Json;
import io.trove.links.Links;
import io.trove.links.Scope;
import io.trove.query.Query;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The files of the event that is shown: its own, and those that events since have attached to it. */
@Named
@RequestScoped
public class EventFiles {
    /** The link from an event that brings a file to the one that the file is for. */
    private static final String ATTACHMENT = "attachment";

    private static final String CURSOR = "filesAfter";
    private static final int ATTACHED_MAX = 50;

    @Inject
    private Chosen chosen;

    @Inject
    private Event theEvent;

    @Inject
    private Links links;

    @Inject
    private Query query;

    private List<Attached> attached;
    private Optional<String> next = Optional.empty();

    /** A file that an event has. */
    public record FileLine(
            String id, String name, String mediaType, String size, String hash, boolean isReference, String address) {}

    /** An event that attached files to the one that is shown. */
    public record Attached(EventFacts event, List<FileLine> files) {
        public Attached {
            files = List.copyOf(files);
        }
    }

    public List<FileLine> getOwn() {
        return lines(theEvent.getFacts());
    }

    /** A page of those that the reader may see, the earliest first. */
    public List<Attached> getAttached() {
        if (attached == null) {
            try {
                attached = look(cursor());
            } catch (Refusal noSuchPage) {
                attached = look(Optional.empty());
            }
        }
        return attached;
    }

    private Optional<String> cursor() {
        return Optional.of(chosen.parameter(CURSOR)).filter(text -> !text.isEmpty());
    }

    /** Where those that were attached later are; empty when these are the last. */
    public String getLater() {
        getAttached();
        return next.map(cursor -> theEvent.getFacts().address() + "&" + CURSOR + "=" + Address.part(cursor) + "#files")
                .orElse("");
    }

    /** Where those that were attached first are; empty when these are they. */
    public String getFirst() {
        return cursor().isEmpty() ? "" : theEvent.getFacts().address() + "#files";
    }

    private List<Attached> look(Optional<String> from) {
        var shown = theEvent.getFacts();
        var reaching = Scope.of(Scope.Direction.IN, Set.of(ATTACHMENT));
        var version = OptionalInt.of(Integer.parseInt(shown.version()));
        var page = links.of(chosen.sight(), shown.id(), version, reaching, ATTACHED_MAX, from);
        next = page.next();
        return page.items().stream()
                .map(link -> query.find(
                        chosen.sight(),
                        link.source().id(),
                        OptionalInt.of(link.source().version())))
                .map(found -> EventFacts.of(found, chosen.getLedger().name()))
                .map(event -> new Attached(event, lines(event)))
                .toList();
    }

    public boolean isAny() {
        return !getOwn().isEmpty() || !getAttached().isEmpty() || !getFirst().isEmpty();
    }

    /** Whether the reader may record the event that brings a file. */
    public boolean isAttachable() {
        return chosen.isWritable() && chosen.may("events.append");
    }

    private static List<FileLine> lines(EventFacts event) {
        return event.document().member("files").map(Json::items).orElse(List.of()).stream()
                .map(file -> line(event, file))
                .toList();
    }

    private static FileLine line(EventFacts event, Json file) {
        var id = text(file, "/id");
        var name = text(file, "/filename");
        return new FileLine(
                id,
                name.isEmpty() ? id : name,
                text(file, "/contentType"),
                text(file, "/size"),
                text(file, "/hash"),
                text(file, "/isReference").equals("true"),
                event.api() + "/files/" + Address.part(id) + "?version=" + event.version());
    }

    private static String text(Json file, String pointer) {
        return file.at(pointer)
                .map(value -> value.text().orElseGet(value::toString))
                .orElse("");
    }
}
