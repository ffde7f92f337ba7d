package io.trove.start;

import io.trove.refusal.CannotStart;
import io.trove.refusal.Whole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** The ports that Liberty will open once the application has started. */
final class Ports {

    private static final int PORT_MAX = 65_535;

    private Ports() {}

    static void free(String host, String variable, String port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address(host), (int) Whole.of(variable, port, 1, PORT_MAX)));
        } catch (UnknownHostException unknown) {
            throw new CannotStart("TROVE_HTTP_HOST is " + host + ", and no address of that name is known.", unknown);
        } catch (IOException taken) {
            throw new CannotStart(isTaken(variable, port), taken);
        }
    }

    static String isTaken(String variable, String port) {
        return "Port " + port + " is taken by another program; stop that one, or set " + variable + " to a free port.";
    }

    /** By something that does not listen on it, such as a connection of another program that got it as its own end. */
    static String isClosed(String variable, String port) {
        return "Port " + port + " could not be opened, logs/messages.log of the server tells why; set " + variable
                + " to another port.";
    }

    private static InetAddress address(String host) throws UnknownHostException {
        return "*".equals(host) ? new InetSocketAddress(0).getAddress() : InetAddress.getByName(host);
    }
}
