package io.trove.console;

import io.trove.refusal.Refusal;
import jakarta.faces.FacesException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A page that a facade refuses to fill is answered with the refusal and its status, as the API answers it. */
public class Refusals extends ExceptionHandlerFactory {

    public Refusals(ExceptionHandlerFactory before) {
        super(before);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Answering(getWrapped().getExceptionHandler());
    }

    private static final class Answering extends ExceptionHandlerWrapper {

        private Answering(ExceptionHandler before) {
            super(before);
        }

        @Override
        public void handle() {
            var events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                var refusal = refusal(events.next().getContext().getException());
                if (refusal.isPresent()) {
                    events.remove();
                    answer(refusal.get());
                }
            }
            getWrapped().handle();
        }

        private static Optional<Refusal> refusal(Throwable thrown) {
            for (var cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return Optional.of(refusal);
                }
            }
            return Optional.empty();
        }

        private static void answer(Refusal refusal) {
            var faces = FacesContext.getCurrentInstance();
            var external = faces.getExternalContext();
            external.getRequestMap().put(Refusal.class.getName(), refusal);
            try {
                ((HttpServletResponse) external.getResponse()).sendError(refusal.status());
            } catch (IOException e) {
                throw new FacesException(e);
            }
            faces.responseComplete();
        }
    }
}
