package io.trove.follow;

import io.trove.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Many followers of one stream, read by one thread; and some that connect and never read. */
final class Readers implements AutoCloseable {

    private static final int SMALL = 4_096;

    private final Server server;
    private final Selector selector;
    private final List<Reader> readers = new ArrayList<>();
    private final List<SocketChannel> silent = new ArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;

    /** One follower: the ids of the events that it got, in order. */
    static final class Reader {
        private final StringBuilder line = new StringBuilder();
        private long id = -1;
        private final List<Long> positions = new ArrayList<>();
        private volatile int count;

        List<Long> positions() {
            return positions;
        }

        int count() {
            return count;
        }

        private void take(ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                char each = (char) (bytes.get() & 0xFF);
                if (each == '\n') {
                    end(line.toString());
                    line.setLength(0);
                } else if (line.length() < 40) {
                    line.append(each);
                }
            }
        }

        private void end(String text) {
            if (text.startsWith("id: ")) {
                id = Long.parseLong(text.substring(4).strip());
            } else if (text.startsWith("data: ")) {
                positions.add(id);
                count = positions.size();
            }
        }
    }

    Readers(Server server) throws IOException {
        this.server = server;
        this.selector = Selector.open();
        this.thread = new Thread(this::readAll, "readers");
        thread.start();
    }

    /** Adds so many followers of this path. */
    void follow(String path, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = connect(path);
            var reader = new Reader();
            readers.add(reader);
            channel.configureBlocking(false);
            selector.wakeup();
            channel.register(selector, SelectionKey.OP_READ, reader);
        }
    }

    /** Adds so many that ask and then never read. */
    void followWithoutReading(String path, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            silent.add(connect(path));
        }
    }

    List<Reader> readers() {
        return readers;
    }

    private SocketChannel connect(String path) throws IOException {
        HttpRequest request = server.request(path).build();
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL);
        channel.connect(new InetSocketAddress("localhost", request.uri().getPort()));
        String text = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
                .formatted(path, request.headers().firstValue("Authorization").orElseThrow());
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private void readAll() {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        try {
            while (open) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    bytes.clear();
                    if (((SocketChannel) key.channel()).read(bytes) < 0) {
                        key.cancel();
                    } else {
                        ((Reader) key.attachment()).take(bytes.flip());
                    }
                }
                selector.selectedKeys().clear();
                LockSupport.parkNanos(1);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        open = false;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        for (SocketChannel channel : silent) {
            channel.close();
        }
        selector.close();
    }
}
