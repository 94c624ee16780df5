package org.guildhall.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and sums the rows of a COPY text on its way to another stream. The sum adds 128 bits of each row's SHA-256, so two
 * tables with the same rows in any order have the same sum.
 */
final class RowSum extends FilterOutputStream {

    private final MessageDigest digest;
    private long rows;
    private long high;
    private long low;

    RowSum(OutputStream out) {
        super(out);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                digest.update(bytes, start, i - start);
                endRow();
                start = i + 1;
            }
        }
        digest.update(bytes, start, end - start);
        out.write(bytes, offset, length);
    }

    private void endRow() {
        byte[] hash = digest.digest();
        high += readLong(hash, 0);
        low += readLong(hash, 8);
        rows++;
    }

    private static long readLong(byte[] bytes, int offset) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[offset + i] & 0xFF);
        }
        return value;
    }

    long rows() {
        return rows;
    }

    String checksum() {
        var hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
