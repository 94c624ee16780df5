package org.guildhall.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.guildhall.access.AuditEntry;
import org.guildhall.testing.TestHttp;
import org.guildhall.testing.TestStaff;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.JsonNode;

/** Rows are written with their acts, sealed in order without being waited for, and verified by a job. */
class AuditChainTest extends AuditGround {

    @Autowired
    TestStaff staff;

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
        unguarded(() -> db.execute("update access.audit set act = act || '!' where seq = " + first));
        try {
            assertThat(verification(lead).path("firstBreak").path("kind").asString())
                    .isEqualTo("row-altered");
        } finally {
            unguarded(() -> db.execute("update access.audit set act = left(act, -1) where seq = " + first));
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
    void whoWritesWhileTheSealerWorksNeverWaitsForIt() {
        transaction.executeWithoutResult(status -> {
            db.execute("select pg_advisory_xact_lock({0})", DSL.val(0x6775696c64L));
            var writer = Thread.ofVirtual().start(() -> write(1));
            try {
                assertThat(writer.join(Duration.ofSeconds(20))).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private JsonNode verification(TestHttp.Client lead) throws InterruptedException {
        var job = lead.post("/api/audit/verify", Map.of());
        assertThat(job.status()).as(job.text()).isEqualTo(200);
        var view = lead.ended(job.json().path("id").asString()).json();
        assertThat(view.path("state").asString()).isEqualTo("DONE");
        return view.path("result").path("verification");
    }
}
