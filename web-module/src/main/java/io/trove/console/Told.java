package io.trove.console;

import io.trove.event.Invalid;
import io.trove.event.Malformed;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What came of what a person did: why it was refused, on the same page, or that it is done, on the next. */
@Named
@RequestScoped
public class Told {
    private static final String NEXT = Told.class.getName();

    @Inject
    private FacesContext faces;

    /** Before a page is rendered: what the last one left to say. */
    public void hear() {
        var session = faces.getExternalContext().getSessionMap();
        if (session.remove(NEXT) instanceof String left) {
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, left, null));
        }
    }

    /** Does it and, done, leads to a page that says so; a reload there does nothing twice. */
    void done(Runnable deed, String sentence, Address next) {
        if (did(deed)) {
            faces.getExternalContext().getSessionMap().put(NEXT, sentence);
            lead(next);
        }
    }

    /** The same for a form with {@code t:once}, which does it once however often it is sent: sent again, it leads where it led. */
    void once(Supplier<Address> deed, String sentence) {
        var form = faces.getExternalContext().getRequestParameterMap().getOrDefault("once", getForm());
        sent().once(form, () -> done(deed)).ifPresent(next -> {
            faces.getExternalContext().getSessionMap().put(NEXT, sentence);
            lead(next);
        });
    }

    private Optional<Address> done(Supplier<Address> deed) {
        var next = new AtomicReference<Address>();
        did(() -> next.set(deed.get()));
        return Optional.ofNullable(next.get());
    }

    /** A name for a form of this page, by which it is known again; what was sent is remembered from now on. */
    public String getForm() {
        sent();
        return UUID.randomUUID().toString();
    }

    private Sent sent() {
        return (Sent)
                faces.getExternalContext().getSessionMap().computeIfAbsent(Sent.class.getName(), any -> new Sent());
    }

    /** Does it, or says why not; whether it was done. */
    boolean did(Runnable deed) {
        Optional<String> refused = refused(deed);
        refused.ifPresent(this::refuse);
        return refused.isEmpty();
    }

    /** Says on the same page why something was not done, or what is to be known then. */
    void refuse(String why) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null));
    }

    private static Optional<String> refused(Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (Refusal | Invalid | Malformed refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    void lead(Address next) {
        try {
            faces.getExternalContext().redirect(next.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
