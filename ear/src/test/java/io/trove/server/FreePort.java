package io.trove.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers that are stopped and come back: nobody else is given one of them, in this virtual machine or another that tests. */
final class FreePort {

    /** Below those that a system gives to connections: one of them could take the port of a server that was killed. */
    private static final int FROM = 20_000;

    private static final int TO = 32_000;
    private static final int FORKS_MAX = 8;
    private static final int FORK =
            Integer.parseInt(System.getProperty("trove.test.fork", "fork 0").replace("fork ", "")) % FORKS_MAX;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Nobody has it, and it was not given before. */
    static int next() {
        int port = ThreadLocalRandom.current().nextInt(FROM / FORKS_MAX, TO / FORKS_MAX) * FORKS_MAX + FORK;
        return GIVEN.add(port) && isFree(port) ? port : next();
    }

    private static boolean isFree(int port) {
        try (ServerSocket mine = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return mine.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
