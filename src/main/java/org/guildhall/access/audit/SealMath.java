package org.guildhall.access.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.guildhall.access.audit.SealStore.Content;
import org.guildhall.access.vault.MasterKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a seal is computed: HMAC-SHA256 under a key that is not in the database, so whoever can write tables, even with the
 * triggers off, can't make a seal that fits.
 *
 * <p>Digest of a row: the first 16 bytes of HMAC(sequence number, microseconds, then each text with its length). Hash of a
 * seal: HMAC(number, previous hash, sequence numbers, digests).
 */
@Component
class SealMath {

    static final int DIGEST_BYTES = 16;
    static final byte[] BEGINNING = new byte[32];
    private static final byte[] GONE = new byte[DIGEST_BYTES];

    private final SecretKey key;

    SealMath(MasterKey master) {
        this.key = master.derive("audit-seals", "HmacSHA256");
    }

    /** The digests of the rows of these numbers, in their order; zeroes for a row that is not there. */
    byte[] digests(Long[] seqs, List<Content> rows) {
        var mac = mac();
        Map<Long, Content> bySeq = rows.stream().collect(Collectors.toMap(Content::seq, Function.identity()));
        var digests = ByteBuffer.allocate(seqs.length * DIGEST_BYTES);
        for (Long seq : seqs) {
            var row = bySeq.get(seq);
            digests.put(row == null ? GONE : Arrays.copyOf(mac.doFinal(bytes(row)), DIGEST_BYTES));
        }
        return digests.array();
    }

    byte[] hash(long number, byte[] previous, Long[] seqs, byte[] digests) {
        var mac = mac();
        mac.update(ByteBuffer.allocate(8).putLong(number).array());
        mac.update(previous);
        var numbers = ByteBuffer.allocate(8 * seqs.length);
        for (Long seq : seqs) {
            numbers.putLong(seq);
        }
        mac.update(numbers.array());
        mac.update(digests);
        return mac.doFinal();
    }

    static boolean gone(byte[] digest) {
        return Arrays.equals(digest, GONE);
    }

    private static byte[] bytes(Content row) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(row.seq());
            out.writeLong(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, row.at()));
            write(out, row.actor());
            write(out, row.actorName());
            write(out, row.requestId());
            write(out, row.act());
            write(out, row.subjectKind());
            write(out, row.subjectId());
            write(out, row.member());
            write(out, row.unit());
            write(out, row.facts());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
