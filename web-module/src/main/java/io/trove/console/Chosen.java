package io.trove.console;

import io.trove.access.Access;
import io.trove.access.Organizations;
import io.trove.access.Permission;
import io.trove.access.Sight;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.primefaces.context.PrimeFacesContext;

/** The ledger that a page is about: the one that its address names, or the first that the caller may see. */
@Named
@RequestScoped
public class Chosen {
    static final String LEDGER = "ledger";

    @Inject
    private FacesContext faces;

    @Inject
    private Caller caller;

    @Inject
    private Organizations organizations;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Access access;

    private List<LedgerName> all = List.of();
    private Optional<Ledger> ledger = Optional.empty();

    @PostConstruct
    void look() {
        all = organizations.all(caller).stream()
                .flatMap(each -> each.environments().stream().map(name -> new LedgerName(each.name(), name)))
                .toList();
        ledger = wanted().flatMap(ledgers::lookUp).filter(found -> all.contains(found.name()));
    }

    private Optional<LedgerName> wanted() {
        var text = parameter(LEDGER);
        return text.isEmpty() ? all.stream().findFirst() : parse(text);
    }

    static Optional<LedgerName> parse(String text) {
        var slash = text.indexOf('/');
        var organization = text.substring(0, Math.max(0, slash));
        var environment = text.substring(slash + 1);
        return LedgerName.isName(organization) && LedgerName.isName(environment)
                ? Optional.of(new LedgerName(organization, environment))
                : Optional.empty();
    }

    /** Before a page is rendered: a ledger that may not be known of is nowhere, and a closed room says that it is. */
    public void choose() throws IOException {
        if (ledger.isEmpty() && !parameter(LEDGER).isEmpty()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            faces.responseComplete();
        } else if (ledger.isPresent() && !isOpen()) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** All ledgers that the caller may know of. */
    public List<LedgerName> getAll() {
        return all;
    }

    public Caller getCaller() {
        return caller;
    }

    /** Whether there is any ledger to look at. */
    public boolean isThere() {
        return ledger.isPresent();
    }

    /** Whether there is a ledger, and the caller may open this page about it. */
    public boolean isOpen() {
        return ledger.isPresent() && isOpen(getRoom());
    }

    private boolean isOpen(Room room) {
        var asked = room.asked(getLedger().name());
        return access.permissions(caller, asked).contains(room.permission());
    }

    /** The rooms that the caller may open. */
    public List<Room> getRooms() {
        return ledger.isEmpty()
                ? List.of()
                : Arrays.stream(Room.values()).filter(this::isOpen).toList();
    }

    /** The room that this page is in. */
    public Room getRoom() {
        return Room.of(faces.getViewRoot().getViewId())
                .orElseThrow(() -> new IllegalStateException(
                        "No room has the page " + faces.getViewRoot().getViewId()));
    }

    /** What this page takes. */
    public String getLacking() {
        return getRoom().permission().text();
    }

    public Ledger getLedger() {
        return ledger.orElseThrow();
    }

    /** What the scripts of this response are known by; a form sends it back. */
    public String getNonce() {
        return PrimeFacesContext.getCspState(faces).getNonce();
    }

    /** Whether others than Trove may append to the ledger. */
    public boolean isWritable() {
        return !getLedger().name().isSystem();
    }

    /** Where the ledger's API begins. */
    public String getApi() {
        return "/api/" + getLedger().name();
    }

    /** Whether the caller has the permission of this name in the ledger, as in {@code chosen.may('events.append')}. */
    public boolean may(String permission) {
        return access.permissions(caller, getLedger().name()).stream()
                .map(Permission::text)
                .anyMatch(permission::equals);
    }

    /** The address of a page about the same ledger. */
    public Address to(String page) {
        return Address.of(page, ledger.map(Ledger::name));
    }

    /** The address of a room. */
    public Address door(Room room) {
        return to(room.page());
    }

    /** The address of this page about another ledger. */
    public Address of(LedgerName name) {
        return Address.of(getRoom().page(), Optional.of(name));
    }

    Sight sight() {
        return access.sight(caller, getLedger());
    }

    /** What the address or the form says under this name; an empty text when it says nothing. */
    String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }
}
