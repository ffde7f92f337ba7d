package io.trove.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The way to a database, which can break at a chosen moment, as networks do. */
final class Relay implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final ServerSocket entrance;
    private final int target;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private volatile Optional<Cut> cut = Optional.empty();

    /** Where the way breaks: at a text that the client sends, before the server got it or after it answered. */
    private record Cut(String text, boolean before, Runnable between) {}

    private Relay(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** A way to this port of this machine. */
    static Relay to(int port) {
        try {
            var relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            start(relay::accept);
            return relay;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks the next connection that says this, so that the database does not hear it. */
    void cutBefore(String text) {
        cut = Optional.of(new Cut(text, true, () -> {}));
    }

    /** Breaks the next connection that says this, after the database did it and before the answer arrives. */
    void cutAfter(String text, Runnable between) {
        cut = Optional.of(new Cut(text, false, between));
    }

    /** Breaks everything that is open, and what is opened from now on. */
    void shut() {
        closed = true;
        open.forEach(Relay::end);
        open.clear();
    }

    /** Lets through what is opened from now on. */
    void reopen() {
        closed = false;
    }

    @Override
    public void close() {
        shut();
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                if (closed) {
                    end(client);
                } else {
                    join(client, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            }
        } catch (IOException ended) {
            shut();
        }
    }

    private void join(Socket client, Socket server) throws IOException {
        open.add(client);
        open.add(server);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        var way = new Way(client, server);
        start(way::forward);
        start(way::backward);
    }

    /** One connection. */
    private final class Way {

        private final Socket client;
        private final Socket server;
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile boolean muted;

        Way(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void forward() {
            try {
                byte[] chunk = new byte[CHUNK];
                for (int length = client.getInputStream().read(chunk);
                        length >= 0;
                        length = client.getInputStream().read(chunk)) {
                    String said = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
                    Optional<Cut> here = cut.filter(at -> said.contains(at.text()));
                    if (here.isPresent()) {
                        cut = Optional.empty();
                        breakAt(here.get(), chunk, length);
                        break;
                    }
                    server.getOutputStream().write(chunk, 0, length);
                }
            } catch (IOException broken) {
                end(server);
            }
            end(client);
            end(server);
        }

        private void breakAt(Cut at, byte[] chunk, int length) throws IOException {
            if (!at.before()) {
                muted = true;
                server.getOutputStream().write(chunk, 0, length);
                awaitAnswer();
                at.between().run();
            }
        }

        private void awaitAnswer() {
            try {
                if (!answered.await(1, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("The database did not answer");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        void backward() {
            try {
                byte[] chunk = new byte[CHUNK];
                for (int length = server.getInputStream().read(chunk);
                        length >= 0;
                        length = server.getInputStream().read(chunk)) {
                    if (muted) {
                        answered.countDown();
                    } else {
                        client.getOutputStream().write(chunk, 0, length);
                    }
                }
            } catch (IOException broken) {
                end(client);
            }
            end(client);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
