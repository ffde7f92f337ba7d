package io.trove.start;

import io.trove.refusal.CannotStart;
import java.io.File;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The end of a start that failed. */
final class Refused {

    private static final Logger LOG = System.getLogger(Refused.class.getName());

    private static final long BYTES_A_KIB = 1024;

    private Refused() {}

    /** Says the sentence and ends the process; Liberty by itself would go on without the application. */
    static void end(String sentence) {
        LOG.log(Level.ERROR, "Trove cannot start: {0}", sentence);
        Terminal.complain("Trove cannot start: " + sentence);
        Runtime.getRuntime().halt(1);
    }

    /** The one sentence for whatever a startup bean threw. */
    static String sentence(Throwable failure) {
        return cause(failure, SQLException.class)
                .flatMap(Refused::ofEmbedded)
                .or(() -> cause(failure, CannotStart.class).map(CannotStart::getMessage))
                .or(() -> cause(failure, SQLException.class).flatMap(Refused::ofDatabase))
                .orElseGet(() -> "Something unforeseen happened (" + last(failure)
                        + "); logs/messages.log of the server tells more.");
    }

    private static Optional<String> ofDatabase(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28") || state.startsWith("08004")) {
            return Optional.of("The database refused the user or the password (" + oneLine(failure)
                    + "); set TROVE_DB_USER and TROVE_DB_PASSWORD.");
        }
        if (state.startsWith("08")) {
            return Optional.of(
                    "The database cannot be reached (" + oneLine(failure) + "); check TROVE_DB_URL and that it runs.");
        }
        return Optional.empty();
    }

    /** Why Derby does not open, no driver says. */
    private static Optional<String> ofEmbedded(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (!(state.startsWith("08006") || state.equals("XJ040"))
                || !DatabaseUrl.isEmbedded(configured("TROVE_DB_URL"))) {
            return Optional.empty();
        }
        return Optional.of(
                "The embedded database cannot be opened; logs/derby.log of the server tells why, and the disk that holds TROVE_HOME has "
                        + new File(configured("TROVE_HOME")).getUsableSpace() / BYTES_A_KIB + " KiB left.");
    }

    private static String configured(String variable) {
        return ConfigProvider.getConfig().getValue(variable, String.class);
    }

    private static String last(Throwable failure) {
        return causes(failure)
                .reduce((first, second) -> second)
                .map(Refused::oneLine)
                .orElse("");
    }

    private static String oneLine(Throwable failure) {
        return failure.toString().lines().findFirst().orElse("");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
