package org.guildhall.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.guildhall.access.AuditVerification;
import org.guildhall.access.AuditVerification.BreakKind;
import org.junit.jupiter.api.Test;

/** Whoever reaches past the triggers is found out: the first row or seal that does not fit is named. */
class AuditCrimesTest extends AuditGround {

    @Test
    void aChangedRowIsNamed() {
        long seq = lastSealed();

        tampered("update access.audit set facts = '{\"n\": 99}' where seq = " + seq, () -> {
            var broken = broken();
            assertThat(broken.kind()).isEqualTo(BreakKind.ROW_ALTERED);
            assertThat(broken.seq()).isEqualTo(seq);
        });
    }

    @Test
    void aChangedNameOfTheActorIsNamed() {
        long seq = lastSealed();

        tampered(
                "update access.audit set actor_name = 'somebody else' where seq = " + seq,
                () -> assertThat(broken().seq()).isEqualTo(seq));
    }

    @Test
    void aDeletedRowIsNamed() {
        long seq = lastSealed();

        tampered("delete from access.audit where seq = " + seq, () -> {
            assertThat(broken().kind()).isEqualTo(BreakKind.ROW_MISSING);
            assertThat(broken().seq()).isEqualTo(seq);
        });
    }

    @Test
    void anInsertedRowIsNamed() {
        tampered(
                "insert into access.audit (at, actor, actor_name, act, subject_kind, subject_id, facts) "
                        + "values (now(), 'staff:x', 'x', 'test.forged', 'thing', '1', '{}')",
                () -> {
                    assertThat(broken().kind()).isEqualTo(BreakKind.ROW_INSERTED);
                    assertThat(broken().seq()).isEqualTo(count("select max(seq) from access.audit"));
                });
    }

    @Test
    void twoRowsThatChangedPlacesAreNoticed() {
        long seq = lastSealed();
        var swap = "update access.audit a set facts = b.facts from access.audit b where a.seq in (" + seq + ", "
                + (seq - 1) + ") and b.seq = " + (2 * seq - 1) + " - a.seq";

        tampered(swap, () -> {
            assertThat(broken().kind()).isEqualTo(BreakKind.ROW_ALTERED);
            assertThat(broken().seq()).isEqualTo(seq - 1);
        });
    }

    @Test
    void aSealMadeToFitWithoutTheKeyIsNoticed() {
        tampered(
                "update access.audit_seal set hash = sha256(hash) where seal_no = (select max(seal_no) from access.audit_seal)",
                () -> assertThat(broken().kind()).isEqualTo(BreakKind.SEAL_ALTERED));
    }

    @Test
    void aRemovedSealIsNoticed() {
        write(2);
        sealer.sealAll();
        long first = count("select max(seal_no) - 1 from access.audit_seal");

        tampered("delete from access.audit_seal where seal_no = " + first, () -> {
            assertThat(broken().kind()).isEqualTo(BreakKind.SEAL_MISSING);
            assertThat(broken().seal()).isEqualTo(first);
        });
    }

    @Test
    void sealsThatChangedPlacesAreNoticed() {
        write(2);
        sealer.sealAll();
        long last = count("select max(seal_no) from access.audit_seal");
        var swap = "update access.audit_seal set previous = hash where seal_no = " + last;

        tampered(swap, () -> assertThat(broken().kind()).isEqualTo(BreakKind.CHAIN_BROKEN));
    }

    private AuditVerification.Break broken() {
        var broken = verifier.verify().firstBreak();
        assertThat(broken).isNotNull();
        return Objects.requireNonNull(broken);
    }

    /** Breaks the tables with their triggers off, looks, and puts everything back. */
    private void tampered(String statement, Runnable look) {
        db.execute("create table public.audit_copy as select * from access.audit");
        db.execute("create table public.seal_copy as select * from access.audit_seal");
        try {
            unguarded(() -> {
                db.execute(statement);
                look.run();
            });
        } finally {
            unguarded(this::putBack);
        }
        sealer.sealAll();
        assertThat(verifier.verify().intact()).as("whole again after the test").isTrue();
    }

    private void putBack() {
        db.execute("delete from access.audit");
        db.execute("delete from access.audit_seal");
        db.execute("insert into access.audit overriding system value select * from public.audit_copy");
        db.execute("insert into access.audit_seal select * from public.seal_copy");
        db.execute("drop table public.audit_copy, public.seal_copy");
    }

    private long lastSealed() {
        return count("select max(a.seq) from access.audit a left join access.audit_queue q using (seq) "
                + "where q.seq is null and act = 'test.done'");
    }
}
