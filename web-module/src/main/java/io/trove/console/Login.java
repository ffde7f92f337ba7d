package io.trove.console;

import io.trove.access.PageWanted;
import io.trove.access.SignIn;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Signing in, and on to the page that was asked for. A plain form, so that it works without a script. */
@Named
@RequestScoped
public class Login {
    private static final Map<String, String> PROVIDER = Map.of(
            "refused",
            "Your provider did not sign you in here. Try again; ask who administers Trove whether you may come in this way.",
            "left",
            "You are signed out here. Your provider does not answer as it should now, so you may still be signed in there.",
            "unavailable",
            "Your provider does not answer as it should now. Try again in a minute, or sign in with a name and a password.");

    @Inject
    private SecurityContext security;

    @Inject
    private FacesContext faces;

    @Inject
    private SignIn signIn;

    private String reason = "";

    /** Leads to the page that was asked for, or says why not; does nothing while nobody sent the form. */
    public void enter() throws IOException {
        if (!request().getMethod().equals("POST")) {
            reason = PROVIDER.getOrDefault(parameter("provider"), "");
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
        return PageWanted.orHome(parameter("to"));
    }

    /** Whether there is a provider to sign in at. */
    public boolean isProvided() {
        return signIn.isOffered();
    }

    /** Where signing in at the provider begins. */
    public String getProvider() {
        return "/console/sign-in?to=" + URLEncoder.encode(getTo(), StandardCharsets.UTF_8);
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
