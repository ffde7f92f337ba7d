package io.trove.access;

import io.trove.crypto.PrivateFile;
import io.trove.crypto.Signer;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.refusal.CannotStart;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes an installation that can be used: its ledger, its signing key, an administrator and the organization
 * {@code demo}. Each step finds what is done already, so that a start may crash anywhere and two may run at once.
 */
@Startup
@Singleton
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FirstStart {

    private static final String ADMIN = "admin";
    private static final String DEMO = "demo";
    private static final int PASSWORD_LENGTH_MIN = 8;
    private static final System.Logger LOG = System.getLogger("io.trove.access");

    @Inject
    @ConfigProperty(name = "TROVE_HOME")
    private String home;

    @Inject
    @ConfigProperty(name = "TROVE_ADMIN_PASSWORD")
    private Optional<String> givenPassword;

    @Inject
    @ConfigProperty(name = AllowedOrigins.VARIABLE)
    private Optional<String> allowedOrigins;

    @Inject
    private Tokens tokens;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    @Inject
    private Founding founding;

    @Inject
    private Roster roster;

    @Inject
    private PasswordCheck passwords;

    @Inject
    private Signer signer;

    @Inject
    private SigningKeys keys;

    private final AtomicReference<Optional<String>> generated = new AtomicReference<>(Optional.empty());

    @PostConstruct
    void start() {
        AllowedOrigins.of(allowedOrigins.orElse(""));
        if (tokens.areAccepted()) {
            LOG.log(System.Logger.Level.INFO, "Tokens of an issuer are accepted");
        }
        Ledger installation = installation();
        if (roster.principal(installation, ADMIN).isEmpty()) {
            createAdmin(installation);
        }
        founding.foundOnce(Caller.trove(), DEMO);
        founding.completeAll();
    }

    /** The administrator's password when this start generated it: to whoever asks first, and never again. */
    public Optional<String> passwordOnce() {
        return generated.getAndSet(Optional.empty());
    }

    /** Where the generated password is kept, for its owner alone to read. */
    public Path passwordFile() {
        return Path.of(home, "admin-password");
    }

    private Ledger installation() {
        Optional<Ledger> there = ledgers.lookUp(LedgerName.INSTALLATION);
        Ledger installation = there.orElseGet(
                () -> ledgers.create(LedgerName.INSTALLATION, signer.settle().text()));
        keys.current().forEach(signer::settle);
        return installation;
    }

    private void createAdmin(Ledger installation) {
        String password = givenPassword.map(FirstStart::checked).orElseGet(this::generatedPassword);
        var created =
                SystemEvents.principalCreated(ADMIN, Role.ADMIN, passwords.hash(password.toCharArray()), "first-start");
        boolean anotherServerDid =
                appender.append(installation, Caller.trove(), created).get(0).replay();
        roster.changed(installation);
        if (givenPassword.isEmpty()) {
            tell(password, anotherServerDid);
        }
    }

    private void tell(String password, boolean anotherServerDid) {
        if (anotherServerDid) {
            new PrivateFile(passwordFile()).delete();
        } else {
            generated.set(Optional.of(password));
        }
    }

    /** The password is on disk before it is set, and the one that an interrupted start left there is set now. */
    private String generatedPassword() {
        PrivateFile file = new PrivateFile(passwordFile());
        try {
            String left = file.exists() ? new String(file.read(), StandardCharsets.US_ASCII).strip() : "";
            String password = left.length() < PASSWORD_LENGTH_MIN ? GeneratedPassword.next() : left;
            file.write((password + "\n").getBytes(StandardCharsets.US_ASCII));
            return password;
        } catch (UncheckedIOException unwritable) {
            throw new CannotStart("The administrator's password cannot be kept in " + file.path()
                    + ": make TROVE_HOME writable for this user alone, or set TROVE_ADMIN_PASSWORD.");
        }
    }

    private static String checked(String password) {
        if (password.length() < PASSWORD_LENGTH_MIN || password.length() > PasswordCheck.LENGTH_MAX) {
            throw new CannotStart("TROVE_ADMIN_PASSWORD has " + password.length() + " characters: give "
                    + PASSWORD_LENGTH_MIN + " to " + PasswordCheck.LENGTH_MAX + ".");
        }
        return password;
    }
}
