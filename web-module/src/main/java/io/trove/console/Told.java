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

    /** Does it, or says why not; whether it was done. */
    boolean did(Runnable deed) {
        Optional<String> refused = refused(deed);
        refused.ifPresent(why -> faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, null)));
        return refused.isEmpty();
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
