package org.guildhall.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guildhall.access.Access;
import org.guildhall.access.Audit;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.AuditVerification.BreakKind;
import org.guildhall.kernel.Actor;
import org.guildhall.testing.GuildhallTest;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@GuildhallTest
class AuditChainTest {

    private static final Actor MACHINE = new Actor.Machine("test");

    @Autowired
    TestStaff staff;

    @Autowired
    Audit audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    AuditVerifier verifier;

    @Autowired
    Access access;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void sealThreeActs() {
        write(3);
        sealer.sealAll();
    }

    @Test
    void anUntouchedChainVerifiesAndCoversEveryRow() {
        var found = verifier.verify();

        assertThat(found.firstBreak()).isNull();
        assertThat(found.intact()).isTrue();
        assertThat(found.rows() + found.waiting()).isEqualTo(count("select count(*) from access.audit"));
        assertThat(found.head()).hasSize(64);
    }

    @Test
    void theVerificationIsAJobWithProgressWhoseResultNamesTheBreak() throws InterruptedException {
        var lead = staff.logIn("lead");
        var whole = verification(lead);
        assertThat(whole.path("intact").asBoolean()).isTrue();
        assertThat(whole.path("rows").asLong()).isPositive();
        assertThat(count("select done from platform.job where kind = 'access.verify-audit'"))
                .isPositive();

        var first = db.fetchValue("select min(seq) from access.audit");
        changed("update access.audit set act = act || '!' where seq = " + first);
        try {
            assertThat(verification(lead).path("firstBreak").path("kind").asString())
                    .isEqualTo("row-altered");
        } finally {
            changed("update access.audit set act = left(act, -1) where seq = " + first);
        }
        assertThat(lead.get("/api/audit?act=access.audit-verified&limit=2")
                        .json()
                        .path("items"))
                .hasSize(2);
        assertThat(staff.logIn("store").post("/api/audit/verify", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void aVerificationThatIsStoppedSaysNothing() {
        assertThat(verifier.verify(seals -> false)).isEmpty();
    }

    private JsonNode verification(TestHttp.Client lead) throws InterruptedException {
        var job = lead.post("/api/audit/verify", Map.of());
        assertThat(job.status()).as(job.text()).isEqualTo(200);
        var path = "/api/jobs/" + job.json().path("id").asString();
        var view = lead.get(path).json();
        for (int i = 0; i < 600 && !view.has("finishedAt"); i++) {
            Thread.sleep(50);
            view = lead.get(path).json();
        }
        assertThat(view.path("state").asString()).isEqualTo("DONE");
        return view.path("result").path("verification");
    }

    /** Behind the triggers' backs, which are there again for every act that follows. */
    private void changed(String statement) {
        triggers("disable");
        try {
            db.execute(statement);
        } finally {
            triggers("enable");
        }
    }

    @Test
    void aRowWrittenBetweenSealsWaitsAndIsNotMistakenForAnIntruder() {
        write(1);

        assertThat(verifier.verify().intact()).isTrue();
    }

    @Test
    void moreThanAThousandRowsBecomeSeveralSealsThatTogetherStillVerify() {
        long before = count("select count(*) from access.audit_seal");
        write(2300);
        sealer.sealAll();

        assertThat(count("select count(*) from access.audit_seal") - before).isBetween(3L, 5L);
        assertThat(verifier.verify().intact()).isTrue();
    }

    @Test
    void theActCommitsWithItsRowOrNeither() {
        long before = count("select count(*) from access.audit");
        transaction.executeWithoutResult(status -> {
            access.runAs(MACHINE, () -> audit.record(AuditEntry.of("test.undone", "thing", 1)));
            status.setRollbackOnly();
        });

        assertThat(count("select count(*) from access.audit")).isEqualTo(before);
        assertThatThrownBy(() -> access.runAs(MACHINE, () -> audit.record(AuditEntry.of("test.loose", "thing", 1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access.audit set act = 'nothing' where seq = (select max(seq) from access.audit)",
                "delete from access.audit where seq = (select max(seq) from access.audit)",
                "truncate access.audit",
                "update access.audit_seal set sealed_at = now()",
                "delete from access.audit_seal",
                "truncate access.audit_seal"
            })
    void theTablesThemselvesRefuseToForget(String statement) {
        assertThatThrownBy(() -> db.execute(statement)).hasMessageContaining("append-only");
    }

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
    void achangedNameOfTheActorIsNamed() {
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

    @Test
    void whoWritesWhileTheSealerWorksNeverWaitsForIt() {
        transaction.executeWithoutResult(status -> {
            db.execute("select pg_advisory_xact_lock({0})", org.jooq.impl.DSL.val(0x6775696c64L));
            var writer = Thread.ofVirtual().start(() -> write(1));
            try {
                assertThat(writer.join(java.time.Duration.ofSeconds(20))).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private org.guildhall.access.AuditVerification.Break broken() {
        var broken = verifier.verify().firstBreak();
        assertThat(broken).isNotNull();
        return java.util.Objects.requireNonNull(broken);
    }

    /** Breaks the tables with their triggers off, looks, and puts everything back. */
    private void tampered(String statement, Runnable look) {
        db.execute("create table public.audit_copy as select * from access.audit");
        db.execute("create table public.seal_copy as select * from access.audit_seal");
        try {
            triggers("disable");
            db.execute(statement);
            look.run();
        } finally {
            db.execute("delete from access.audit");
            db.execute("delete from access.audit_seal");
            db.execute("insert into access.audit overriding system value select * from public.audit_copy");
            db.execute("insert into access.audit_seal select * from public.seal_copy");
            triggers("enable");
            db.execute("drop table public.audit_copy, public.seal_copy");
        }
        sealer.sealAll();
        assertThat(verifier.verify().intact()).as("whole again after the test").isTrue();
    }

    private void triggers(String state) {
        db.execute("alter table access.audit " + state + " trigger user");
        db.execute("alter table access.audit_seal " + state + " trigger user");
    }

    private void write(int rows) {
        var entries = new ArrayList<AuditEntry>();
        for (int i = 0; i < rows; i++) {
            entries.add(AuditEntry.of("test.done", "thing", i, "n", i));
        }
        transaction.executeWithoutResult(status -> access.runAs(MACHINE, () -> audit.recordAll(List.copyOf(entries))));
    }

    private long lastSealed() {
        return count("select max(a.seq) from access.audit a left join access.audit_queue q using (seq) "
                + "where q.seq is null and act = 'test.done'");
    }

    private long count(String sql) {
        return ((Number) java.util.Objects.requireNonNull(db.fetchValue(sql))).longValue();
    }
}
