package org.guildhall.intake.reading;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.guildhall.intake.IntakeRefusal.FileTooLarge;
import org.guildhall.intake.Layout.Packing;
import org.guildhall.kernel.Refusal;

/** The bytes of a file after unpacking, refused when they outgrow the limit (an archive bomb). */
final class Source extends FilterInputStream {

    private static final int BUFFER_BYTES = 1 << 16;

    private final long limit;
    private long left;

    private Source(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    static InputStream open(Path file, Packing packing, Limits limits) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        return new Source(
                switch (packing) {
                    case PLAIN -> bytes;
                    case GZIP -> new GZIPInputStream(bytes, BUFFER_BYTES);
                },
                limits.unpackedBytes());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        left -= Math.max(count, 0);
        if (left < 0) {
            throw Refusal.of(new FileTooLarge(limit, true));
        }
        return count;
    }
}
