package io.trove.entities;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Events on piles, each read again in the order in which they were laid. They lie in a file without a name, which is gone with
 * this process: of each pile a chain of blocks, whose last is in memory, all of those together in so many bytes.
 */
final class Piles implements Closeable {

    private static final int MEMORY_BYTES_MAX = 16 << 20;
    private static final int BLOCK_BYTES_MAX = 32 << 10;
    private static final int LINK_BYTES = Long.BYTES;
    private static final int HEAD_BYTES = Integer.BYTES + Long.BYTES + 1;

    private final FileChannel file;
    private final int blockBytes;
    private final ByteBuffer[] open;
    private final long[] first;
    private final long[] last;
    private final long[] bytes;
    private long end;

    Piles(Path directory, int piles) throws IOException {
        file = unnamed(directory);
        blockBytes = Math.min(BLOCK_BYTES_MAX, MEMORY_BYTES_MAX / piles);
        open = new ByteBuffer[piles];
        first = new long[piles];
        last = new long[piles];
        bytes = new long[piles];
    }

    private static FileChannel unnamed(Path directory) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(directory), "", ".piles");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** An event as it was laid: for the entity that it happened to, or for another that it names. */
    record Laid(long position, Optional<EntityId> named, byte[] document) {}

    void lay(int pile, Laid event) throws IOException {
        byte[] type = event.named().map(it -> utf8(it.type())).orElse(new byte[0]);
        byte[] id = event.named().map(it -> utf8(it.id())).orElse(new byte[0]);
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES + 2 * Short.BYTES + type.length + id.length)
                .putInt(event.document().length)
                .putLong(event.position())
                .put((byte) (event.named().isPresent() ? 1 : 0));
        if (event.named().isPresent()) {
            head.putShort((short) type.length)
                    .put(type)
                    .putShort((short) id.length)
                    .put(id);
        }
        put(pile, head.array(), head.position());
        put(pile, event.document(), event.document().length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void put(int pile, byte[] from, int length) throws IOException {
        int at = 0;
        while (at < length) {
            ByteBuffer block = block(pile);
            int some = Math.min(block.remaining(), length - at);
            block.put(from, at, some);
            at += some;
        }
        bytes[pile] += length;
    }

    /** The pile's last block, with room. */
    private ByteBuffer block(int pile) throws IOException {
        if (open[pile] == null) {
            first[pile] = last[pile] = allocate();
            open[pile] = ByteBuffer.allocate(blockBytes).position(LINK_BYTES);
        } else if (!open[pile].hasRemaining()) {
            long next = allocate();
            write(pile, next);
            last[pile] = next;
        }
        return open[pile];
    }

    private long allocate() {
        long at = end;
        end += blockBytes;
        return at;
    }

    private void write(int pile, long next) throws IOException {
        ByteBuffer block = open[pile].putLong(0, next).flip();
        long at = last[pile];
        while (block.hasRemaining()) {
            at += file.write(block, at);
        }
        block.clear().position(LINK_BYTES);
    }

    /** Nothing is laid after this. */
    void seal() throws IOException {
        for (int pile = 0; pile < open.length; pile++) {
            if (open[pile] != null) {
                write(pile, -1);
            }
        }
        Arrays.fill(open, null);
    }

    /** Sees the events of a pile, one after the other. */
    interface Eye {
        void on(Laid event) throws SQLException;
    }

    void read(int pile, Eye eye) throws IOException, SQLException {
        try (var in = new DataInputStream(new Chain(pile))) {
            long left = bytes[pile];
            while (left > 0) {
                byte[] document = new byte[in.readInt()];
                long position = in.readLong();
                Optional<EntityId> named = Optional.empty();
                left -= HEAD_BYTES + document.length;
                if (in.readByte() == 1) {
                    byte[] type = in.readNBytes(in.readShort());
                    byte[] id = in.readNBytes(in.readShort());
                    left -= 2 * Short.BYTES + type.length + id.length;
                    named = Optional.of(new EntityId(
                            new String(type, StandardCharsets.UTF_8), new String(id, StandardCharsets.UTF_8)));
                }
                in.readFully(document);
                eye.on(new Laid(position, named, document));
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The bytes of a pile, block after block. */
    private final class Chain extends InputStream {
        private final ByteBuffer block = ByteBuffer.allocate(blockBytes);
        private long next;

        private Chain(int pile) {
            next = first[pile];
            block.limit(0);
        }

        @Override
        public int read() throws IOException {
            return fill() ? block.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            if (length == 0 || !fill()) {
                return length == 0 ? 0 : -1;
            }
            int some = Math.min(length, block.remaining());
            block.get(to, from, some);
            return some;
        }

        private boolean fill() throws IOException {
            if (block.hasRemaining() || next < 0) {
                return block.hasRemaining();
            }
            block.clear();
            while (block.hasRemaining()) {
                int some = file.read(block, next + block.position());
                if (some < 0) {
                    break;
                }
            }
            if (block.position() < LINK_BYTES) {
                throw new EOFException("A block of a pile is not there");
            }
            next = block.flip().getLong();
            return block.hasRemaining();
        }
    }
}
