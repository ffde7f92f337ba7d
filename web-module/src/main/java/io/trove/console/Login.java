package io.trove.console;

import io.trove.refusal.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signing in, and on to the page that was asked for. A plain form, so that it works without a script. */
@Named
@RequestScoped
public class Login {
    private static final String HOME = "/console/home";
    private static final String PAGE_OF_THE_CONSOLE = "/console/[A-Za-z0-9][A-Za-z0-9/_.~%?&=+-]*";

    @Inject
    private SecurityContext security;

    @Inject
    private FacesContext faces;

    private String reason = "";

    /** Leads to the page that was asked for, or says why not; does nothing while nobody sent the form. */
    public void enter() throws IOException {
        if (!request().getMethod().equals("POST")) {
            return;
        }
        var status = authenticate();
        if (faces.getResponseComplete()) {
            return;
        }
        if (status == AuthenticationStatus.SUCCESS) {
            faces.getExternalContext().redirect(getTo());
            return;
        }
        reason = request().getAttribute(Refusal.class.getName()) instanceof Refusal refusal
                ? refusal.getMessage()
                : "This name and this password do not belong together. Check both and try again.";
    }

    private AuthenticationStatus authenticate() {
        var credential = new UsernamePasswordCredential(parameter("name"), parameter("password"));
        return security.authenticate(
                request(),
                (HttpServletResponse) faces.getExternalContext().getResponse(),
                AuthenticationParameters.withParams().credential(credential));
    }

    /** Only a page of the console: what came with the address may be anybody's wish. */
    public String getTo() {
        var to = parameter("to");
        return to.matches(PAGE_OF_THE_CONSOLE) ? to : HOME;
    }

    public String getName() {
        return parameter("name");
    }

    public boolean isRefused() {
        return !reason.isEmpty();
    }

    public String getReason() {
        return reason;
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }
}
