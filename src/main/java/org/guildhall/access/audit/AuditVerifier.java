package org.guildhall.access.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.guildhall.access.AuditVerification;
import org.guildhall.access.AuditVerification.Break;
import org.guildhall.access.AuditVerification.BreakKind;
import org.guildhall.access.audit.SealStore.Seal;
import org.guildhall.kernel.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recomputes the chain from its beginning. */
@Component
class AuditVerifier {

    private static final int SEALS_AT_ONCE = 20;

    private final SealStore store;
    private final SealMath math;
    private final BusinessTime time;

    AuditVerifier(SealStore store, SealMath math, BusinessTime time) {
        this.store = store;
        this.math = math;
        this.time = time;
    }

    /** How many seals there are. */
    long seals() {
        return store.last().map(Seal::number).orElse(0L);
    }

    /** Verifies everything, without a stop. */
    AuditVerification verify() {
        return verify(seals -> true).orElseThrow();
    }

    /**
     * Verifies everything, telling after some seals each how many are done; nothing if told to go on no more. Seals and sealed
     * rows never change, so that it needs no transaction that would be open for as long as the chain is.
     */
    Optional<AuditVerification> verify(LongPredicate goesOn) {
        long seals = 0;
        long rows = 0;
        byte[] head = SealMath.BEGINNING;
        var chunk = store.after(0, SEALS_AT_ONCE);
        while (!chunk.isEmpty()) {
            for (var seal : chunk) {
                var broken = check(seal, seals + 1, head);
                if (broken.isPresent()) {
                    return Optional.of(found(seals, rows, head, broken.get()));
                }
                seals++;
                rows += seal.seqs().length;
                head = seal.hash();
            }
            if (!goesOn.test(seals)) {
                return Optional.empty();
            }
            chunk = store.after(seals, SEALS_AT_ONCE);
        }
        var inserted = store.firstUncovered().map(seq -> new Break(BreakKind.ROW_INSERTED, null, seq));
        return Optional.of(found(seals, rows, head, inserted.orElse(null)));
    }

    private Optional<Break> check(Seal seal, long number, byte[] head) {
        if (seal.number() != number) {
            return Optional.of(new Break(BreakKind.SEAL_MISSING, number, null));
        }
        if (!Arrays.equals(seal.previous(), head)) {
            return Optional.of(new Break(BreakKind.CHAIN_BROKEN, number, null));
        }
        if (!Arrays.equals(seal.hash(), math.hash(number, seal.previous(), seal.seqs(), seal.digests()))) {
            return Optional.of(new Break(BreakKind.SEAL_ALTERED, number, null));
        }
        return row(seal);
    }

    private Optional<Break> row(Seal seal) {
        var now = math.digests(seal.seqs(), store.contents(seal.seqs()));
        for (int i = 0; i < seal.seqs().length; i++) {
            int from = i * SealMath.DIGEST_BYTES;
            var present = Arrays.copyOfRange(now, from, from + SealMath.DIGEST_BYTES);
            if (SealMath.gone(present)) {
                return Optional.of(new Break(BreakKind.ROW_MISSING, seal.number(), seal.seqs()[i]));
            }
            if (!Arrays.equals(present, Arrays.copyOfRange(seal.digests(), from, from + SealMath.DIGEST_BYTES))) {
                return Optional.of(new Break(BreakKind.ROW_ALTERED, seal.number(), seal.seqs()[i]));
            }
        }
        return Optional.empty();
    }

    private AuditVerification found(long seals, long rows, byte[] head, @Nullable Break broken) {
        return new AuditVerification(
                broken == null,
                seals,
                rows,
                store.countWaiting(),
                HexFormat.of().formatHex(head),
                broken,
                time.now());
    }
}
